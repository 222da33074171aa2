package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.AnnotationUse;
import dev.tenon.processor.read.ReadContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads the persistent attributes of a class: its fields or its getters, depending on the access type. */
final class MemberReader {

    private static final String TENON = "dev.tenon.annotation.";

    private final ReadContext context;
    private final Lookup lookup;

    MemberReader(ReadContext context, Lookup lookup) {
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

    /** Whether the class uses property access: by its own {@code @Access}, or else by default. */
    boolean readsGetters(TypeElement type, boolean byDefault) {
        return access(type).map("PROPERTY"::equals).orElse(byDefault);
    }

    /**
     * The attributes that the class declares.
     *
     * @param seenAs the type of the entity or embeddable that inherits the attributes
     * @param getters whether the class uses property access
     */
    List<Member> read(DeclaredType seenAs, TypeElement declaring, boolean getters) {
        List<Member> members = new ArrayList<>();
        for (Element element : declaring.getEnclosedElements()) {
            if (!element.getKind().isField() && element.getKind() != ElementKind.METHOD) {
                continue;
            }
            Marks marks = lookup.of(element);
            boolean unmapped =
                    marks.has("Transient") || marks.hibernate("Formula").isPresent();
            Optional<String> name = attribute(element);
            if (name.isEmpty() || unmapped) {
                continue;
            }
            boolean isGetter = element.getKind() == ElementKind.METHOD;
            boolean chosen = access(element).isPresent() || isGetter == getters;
            if (chosen) {
                members.add(new Member(name.get(), element, type(seenAs, element), marks));
            } else if (!(isGetter && declaring.getKind() == ElementKind.RECORD)) {
                refuseUnread(element, marks, isGetter);
            }
        }
        return members;
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
        if (modifiers.contains(Modifier.STATIC) || modifiers.contains(Modifier.TRANSIENT)) {
            return Optional.empty();
        }
        if (element.getKind().isField()) {
            return Optional.of(element.getSimpleName().toString());
        }
        return element instanceof ExecutableElement method ? getter(method) : Optional.empty();
    }

    private static Optional<String> getter(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        boolean returnsBoolean = method.getReturnType().getKind() == TypeKind.BOOLEAN;
        String prefix = returnsBoolean && name.startsWith("is") ? "is" : "get";
        if (!method.getParameters().isEmpty()
                || method.getReturnType().getKind() == TypeKind.VOID
                || !name.startsWith(prefix)
                || name.length() == prefix.length()
                || Character.isLowerCase(name.charAt(prefix.length()))) {
            return Optional.empty();
        }
        String rest = name.substring(prefix.length());
        boolean abbreviation = rest.length() > 1 && Character.isUpperCase(rest.charAt(1));
        return Optional.of(abbreviation ? rest : rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1));
    }

    private void refuseUnread(Element element, Marks marks, boolean isGetter) {
        String reason = isGetter
                ? "this class uses field access, because @Id is on a field or @Access selects it"
                : "this class uses property access, because @Id is on a getter or @Access selects it";
        List<AnnotationUse> unread = new ArrayList<>(marks.takeUnasked());
        unread.addAll(context.annotations().startingWith(element, TENON));
        unread.forEach(use -> lookup.misplaced(use, reason));
    }
}
