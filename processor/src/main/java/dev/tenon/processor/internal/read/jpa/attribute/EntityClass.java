package dev.tenon.processor.internal.read.jpa.attribute;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** An entity, its position in the hierarchy, and the attributes that it adds to those of its superclass entity. */
public final class EntityClass {

    private final TypeElement element;
    private final JpaAnnotations marks;
    private final Optional<EntityClass> parent;
    private final List<TypeElement> own;
    private final List<PersistentAttribute> members;
    private final QualifiedName table;
    private final boolean getters;
    private final List<EntityClass> children = new ArrayList<>();

    /**
     * An entity.
     *
     * @param own the mapped superclasses between the parent and the entity, the topmost first, and the entity itself
     * @param members the attributes that these classes declare
     * @param table the name of its own table, whether or not the strategy gives it one
     * @param getters whether classes of the hierarchy without {@code @Access} use property access
     */
    EntityClass(
            TypeElement element,
            JpaAnnotations marks,
            Optional<EntityClass> parent,
            List<TypeElement> own,
            List<PersistentAttribute> members,
            QualifiedName table,
            boolean getters) {
        this.element = element;
        this.marks = marks;
        this.parent = parent;
        this.own = List.copyOf(own);
        this.members = List.copyOf(members);
        this.table = table;
        this.getters = getters;
        parent.ifPresent(above -> above.children.add(this));
    }

    public TypeElement element() {
        return element;
    }

    public JpaAnnotations marks() {
        return marks;
    }

    public Optional<EntityClass> parent() {
        return parent;
    }

    boolean getters() {
        return getters;
    }

    public List<TypeElement> own() {
        return own;
    }

    public List<PersistentAttribute> members() {
        return members;
    }

    /** The attributes of all entities from the root to this one. */
    public List<PersistentAttribute> allMembers() {
        return lineage().flatMap(each -> each.members().stream()).toList();
    }

    /** The entities from the root to this one. */
    public Stream<EntityClass> lineage() {
        return Stream.concat(parent.stream().flatMap(EntityClass::lineage), Stream.of(this));
    }

    /** This entity and all entities that extend it. */
    public Stream<EntityClass> family() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(EntityClass::family));
    }

    /** The entities that extend this one directly. */
    public List<EntityClass> children() {
        return List.copyOf(children);
    }

    public EntityClass root() {
        return parent.map(EntityClass::root).orElse(this);
    }

    public boolean isExtended() {
        return !children.isEmpty();
    }

    public boolean isAbstract() {
        return element.getModifiers().contains(Modifier.ABSTRACT) && element.getKind() == ElementKind.CLASS;
    }

    /** The entity's name in queries, from which other names are derived. */
    public String name() {
        return marks.one("Entity")
                .flatMap(use -> use.optionalText("name"))
                .orElseGet(() -> element.getSimpleName().toString());
    }

    /** The inheritance strategy of the hierarchy. */
    public InheritanceStrategy strategy() {
        return root().marks
                .one("Inheritance")
                .map(use -> InheritanceStrategy.valueOf(use.constant("strategy")))
                .orElse(InheritanceStrategy.SINGLE_TABLE);
    }

    /** The table with the columns that this entity adds. */
    public QualifiedName table() {
        return strategy() == InheritanceStrategy.SINGLE_TABLE ? root().table : table;
    }

    /** The name of its own table, which exists only in some inheritance strategies. */
    public QualifiedName tableName() {
        return table;
    }

    /** Whether rows of the entity are in several tables, which no foreign key can reference. */
    public boolean isSpread() {
        return strategy() == InheritanceStrategy.TABLE_PER_CLASS && isExtended();
    }

    /** Whether the rows of the entity are those of a query, so that it has no table. */
    public boolean isQuery() {
        return marks.hibernate("Subselect").isPresent();
    }

    /** The annotation that declares the discriminator column of the hierarchy. */
    public Optional<AnnotationUse> discriminator() {
        return root().marks.one("DiscriminatorColumn");
    }

    @Override
    public String toString() {
        return element.getSimpleName().toString();
    }
}
