package dev.tenon.processor.internal.read.jpa.attribute;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.annotation.Annotations;
import dev.tenon.processor.internal.read.structure.KotlinDelegates;
import dev.tenon.processor.internal.read.structure.ReadContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads the persistent attributes of a class: its fields or its getters, depending on the access type. */
final class PersistentAttributeReader {

    private static final String TENON = "dev.tenon.annotation.";
    private static final String JAKARTA = "jakarta.persistence.";

    private final ReadContext context;
    private final JpaAnnotationLookup lookup;

    PersistentAttributeReader(ReadContext context, JpaAnnotationLookup lookup) {
        this.context = context;
        this.lookup = lookup;
    }

    /** Whether the identifying attribute of one of the classes is a getter. */
    boolean identifiedByGetter(List<TypeElement> classes) {
        return classes.stream()
                .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
                .map(lookup::of)
                .anyMatch(marks -> marks.hasAny("Id", "EmbeddedId"));
    }

    /**
     * Whether the class uses property access: as its own {@code @Access} declares, or else the default.
     */
    boolean readsGetters(TypeElement type, boolean byDefault) {
        return access(type).map("PROPERTY"::equals).orElse(byDefault);
    }

    /**
     * The attributes that the class declares.
     *
     * @param seenAs the type of the entity or embeddable that inherits the attributes
     * @param getters whether the class uses property access
     */
    List<PersistentAttribute> read(DeclaredType seenAs, TypeElement declaring, boolean getters) {
        return declaring.getKind() == ElementKind.RECORD
                ? components(seenAs, declaring, getters)
                : members(seenAs, declaring, getters);
    }

    /** The components of a record; with property access, an accessor in the source carries the annotations. */
    private List<PersistentAttribute> components(DeclaredType seenAs, TypeElement declaring, boolean getters) {
        List<PersistentAttribute> members = new ArrayList<>();
        for (RecordComponentElement component : declaring.getRecordComponents()) {
            String name = component.getSimpleName().toString();
            ExecutableElement accessor = component.getAccessor();
            VariableElement field = ElementFilter.fieldsIn(declaring.getEnclosedElements()).stream()
                    .filter(each -> each.getSimpleName().contentEquals(name))
                    .findFirst()
                    .orElseThrow();
            boolean isWritten = context.elements().getOrigin(accessor) == Elements.Origin.EXPLICIT;
            Element read = getters && isWritten ? accessor : field;
            if (isWritten) {
                refuseOnOther(read, getters ? field : accessor);
            }
            JpaAnnotations marks = lookup.of(read);
            if (!isUnmapped(marks)) {
                members.add(new PersistentAttribute(name, read, type(seenAs, read), marks));
            }
        }
        return members;
    }

    private List<PersistentAttribute> members(DeclaredType seenAs, TypeElement declaring, boolean getters) {
        List<? extends Element> candidates = declaring.getEnclosedElements().stream()
                .filter(element -> element.getKind().isField() || element.getKind() == ElementKind.METHOD)
                .toList();
        Set<String> chosen = candidates.stream()
                .filter(this::choosesItself)
                .flatMap(element -> attribute(element).stream())
                .collect(Collectors.toSet());
        List<PersistentAttribute> members = new ArrayList<>();
        for (Element element : candidates) {
            JpaAnnotations marks = lookup.of(element);
            boolean unmapped = isUnmapped(marks);
            Optional<String> name = attribute(element);
            if (name.isEmpty() || unmapped) {
                continue;
            }
            boolean isGetter = element.getKind() == ElementKind.METHOD;
            if (choosesItself(element) || (isGetter == getters && !chosen.contains(name.get()))) {
                members.add(new PersistentAttribute(name.get(), element, type(seenAs, element), marks));
            } else {
                refuseUnread(element, marks, isGetter);
            }
        }
        return members;
    }

    /** Whether the attribute has no column: it is not stored, computed by a query, or the owner of an embedded object. */
    private static boolean isUnmapped(JpaAnnotations marks) {
        return marks.has("Transient")
                || Stream.of("Formula", "Parent")
                        .anyMatch(name -> marks.hibernate(name).isPresent());
    }

    /** Whether the field or getter itself declares its access type, which takes precedence over that of its class. */
    private boolean choosesItself(Element element) {
        String own = element.getKind() == ElementKind.METHOD ? "PROPERTY" : "FIELD";
        return access(element).filter(own::equals).isPresent();
    }

    /** Reports annotations on the one of component and accessor that is not read, unless the other has them, too. */
    private void refuseOnOther(Element read, Element other) {
        Set<String> known = context.annotations().startingWith(read, "").stream()
                .map(use -> Annotations.name(use.mirror()))
                .collect(Collectors.toSet());
        context.annotations().startingWith(other, "").stream()
                .filter(use -> !known.contains(Annotations.name(use.mirror())))
                .filter(use -> Annotations.name(use.mirror()).startsWith(JAKARTA)
                        || Annotations.name(use.mirror()).startsWith(TENON))
                .forEach(use -> lookup.misplaced(
                        use,
                        read instanceof ExecutableElement
                                ? "with property access, the accessor is read, not the component"
                                : "components of records are read, not accessors"));
    }

    private Optional<String> access(Element element) {
        return lookup.of(element).one("Access").map(use -> use.constant("value"));
    }

    private TypeMirror type(DeclaredType seenAs, Element element) {
        TypeMirror seen = context.types().asMemberOf(seenAs, element);
        return seen instanceof ExecutableType getter ? getter.getReturnType() : seen;
    }

    private static Optional<String> attribute(Element element) {
        Set<Modifier> modifiers = element.getModifiers();
        if (modifiers.contains(Modifier.STATIC)
                || modifiers.contains(Modifier.TRANSIENT)
                || KotlinDelegates.isDelegate(element)) {
            return Optional.empty();
        }
        if (element.getKind().isField()) {
            return Optional.of(element.getSimpleName().toString());
        }
        return element instanceof ExecutableElement method ? getter(method) : Optional.empty();
    }

    private static Optional<String> getter(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        String prefix = isTruth(method.getReturnType()) && name.startsWith("is") ? "is" : "get";
        if (!method.getParameters().isEmpty()
                || method.getReturnType().getKind() == TypeKind.VOID
                || !name.startsWith(prefix)
                || name.length() == prefix.length()) {
            return Optional.empty();
        }
        String rest = name.substring(prefix.length());
        boolean abbreviation = rest.length() > 1 && Character.isUpperCase(rest.charAt(1));
        return Optional.of(abbreviation ? rest : rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1));
    }

    /**
     * Whether a getter of this type may start with {@code is}. JavaBeans allow it for the primitive boolean only,
     * Hibernate ORM also for Boolean.
     */
    private static boolean isTruth(TypeMirror type) {
        return type.getKind() == TypeKind.BOOLEAN
                || (type instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement element
                        && element.getQualifiedName().contentEquals("java.lang.Boolean"));
    }

    private void refuseUnread(Element element, JpaAnnotations marks, boolean isGetter) {
        String reason = isGetter
                ? "this class uses field access, because @Id is on a field or @Access selects it"
                : "this class uses property access, because @Id is on a getter or @Access selects it";
        List<AnnotationUse> unread = new ArrayList<>(marks.unread());
        unread.addAll(context.annotations().startingWith(element, TENON));
        unread.forEach(use -> lookup.misplaced(use, reason));
    }
}
