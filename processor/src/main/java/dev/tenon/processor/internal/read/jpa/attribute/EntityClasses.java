package dev.tenon.processor.internal.read.jpa.attribute;

import dev.tenon.processor.internal.read.annotation.Annotations;
import dev.tenon.processor.internal.read.annotation.UnresolvedNames;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.SchemaPackages;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.QualifiedName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The entities of a compilation by class, with their hierarchies. */
public final class EntityClasses {

    private static final String ENTITY = "jakarta.persistence.Entity";

    private final ReadContext context;
    private final JpaAnnotationLookup lookup;
    private final PersistentAttributeReader members;
    private final SchemaPackages packages;
    private final JpaNaming naming;
    private final Map<TypeElement, EntityClass> known = new LinkedHashMap<>();

    public EntityClasses(ReadContext context, JpaAnnotationLookup lookup, SchemaPackages packages, JpaNaming naming) {
        this.context = context;
        this.lookup = lookup;
        this.members = new PersistentAttributeReader(context, lookup);
        this.packages = packages;
        this.naming = naming;
    }

    /** Reads the structure of all entities. */
    public void read(Collection<TypeElement> elements) {
        elements.forEach(this::read);
    }

    public Collection<EntityClass> all() {
        return List.copyOf(known.values());
    }

    /** The entity of that type, if the type is an entity. */
    public Optional<EntityClass> of(TypeMirror type) {
        return context.types().asElement(type) instanceof TypeElement element
                ? Optional.ofNullable(known.get(element))
                : Optional.empty();
    }

    public boolean isEntity(TypeMirror type) {
        Element element = context.types().asElement(type);
        return element != null
                && element.getAnnotationMirrors().stream()
                        .anyMatch(mirror -> Annotations.name(mirror).equals(ENTITY));
    }

    /**
     * The attributes of an embeddable and its mapped superclasses.
     *
     * @param within the attribute that holds it; if it is a getter, the embeddable uses property access, too
     */
    public List<PersistentAttribute> embedded(DeclaredType type, PersistentAttribute within) {
        return embedded(type, within.element().getKind() == ElementKind.METHOD);
    }

    private List<PersistentAttribute> embedded(DeclaredType type, boolean getters) {
        List<PersistentAttribute> found = new ArrayList<>();
        for (TypeElement each : mappedLine((TypeElement) type.asElement())) {
            found.addAll(members.read(type, each, members.readsGetters(each, getters)));
        }
        return found;
    }

    /**
     * The attributes of an embeddable that is an element or key of a collection.
     *
     * @param within the collection; its own {@code @Access} takes precedence over the access type of the hierarchy
     */
    public List<PersistentAttribute> ofElements(DeclaredType type, PersistentAttribute within, EntityClass owner) {
        boolean isOwnChoice = within.marks().has("Access");
        boolean getters = isOwnChoice ? within.element().getKind() == ElementKind.METHOD : owner.getters();
        return embedded(type, getters);
    }

    private Optional<EntityClass> read(TypeElement element) {
        EntityClass before = known.get(element);
        if (before != null) {
            return Optional.of(before);
        }
        if (element.getKind() != ElementKind.CLASS) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.NOT_AN_ENTITY,
                            SourceLocation.of(element),
                            element.getSimpleName() + " is not a class, as Jakarta Persistence requires of an entity",
                            "make it a class, or map the record with Tenon's own @Table");
            return Optional.empty();
        }
        context.diagnostics().reading(element);
        JpaAnnotations marks = lookup.of(element);
        List<TypeElement> line = mappedLine(element);
        Optional<EntityClass> parent = above(line.get(0)).flatMap(this::read);
        // The access type of a hierarchy follows from its key: property access if the key is a getter. {@code @Access}
        // on a class applies to that class only.
        boolean getters = parent.map(EntityClass::getters).orElseGet(() -> members.identifiedByGetter(line));
        List<PersistentAttribute> own = new ArrayList<>();
        for (TypeElement each : line) {
            own.addAll(members.read((DeclaredType) element.asType(), each, members.readsGetters(each, getters)));
        }
        EntityClass entity = new EntityClass(element, marks, parent, line, own, table(element, marks), getters);
        known.put(element, entity);
        return Optional.of(entity);
    }

    /**
     * The class and the mapped superclasses directly above it, the topmost first; other superclasses have no persistent
     * attributes.
     */
    private List<TypeElement> mappedLine(TypeElement element) {
        Deque<TypeElement> line = new ArrayDeque<>();
        line.addFirst(element);
        lookup.of(element).hasAny("Embeddable", "Access");
        for (Optional<TypeElement> next = superclass(element); next.isPresent(); next = superclass(next.get())) {
            JpaAnnotations marks = lookup.of(next.get());
            if (marks.has("Entity")) {
                break;
            }
            if (marks.hasAny("MappedSuperclass", "Embeddable")) {
                line.addFirst(next.get());
            }
        }
        return List.copyOf(line);
    }

    private Optional<TypeElement> above(TypeElement topmost) {
        for (Optional<TypeElement> next = superclass(topmost); next.isPresent(); next = superclass(next.get())) {
            if (isEntity(next.get().asType())) {
                return next;
            }
        }
        return Optional.empty();
    }

    private Optional<TypeElement> superclass(TypeElement element) {
        TypeMirror above = element.getSuperclass();
        if (above.getKind() == TypeKind.ERROR) {
            context.diagnostics().error(UnresolvedNames.problem(SourceLocation.of(element), above.toString()));
        }
        return above.getKind() == TypeKind.DECLARED
                        && context.types().asElement(above) instanceof TypeElement type
                        && !type.getQualifiedName().contentEquals("java.lang.Object")
                ? Optional.of(type)
                : Optional.empty();
    }

    private QualifiedName table(TypeElement element, JpaAnnotations marks) {
        String schema = marks.one("Table")
                .flatMap(use -> use.optionalText("schema"))
                .map(naming::physical)
                .or(() -> packages.schemaName(element))
                .orElse(QualifiedName.DEFAULT_SCHEMA);
        String name = marks.one("Table")
                .flatMap(use -> use.optionalText("name"))
                .or(() -> marks.one("Entity").flatMap(use -> use.optionalText("name")))
                .orElseGet(() -> element.getSimpleName().toString());
        return new QualifiedName(schema, naming.physical(name));
    }
}
