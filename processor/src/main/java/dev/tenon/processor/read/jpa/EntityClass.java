package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.AnnotationUse;
import dev.tenon.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** An entity, its position in the hierarchy, and the attributes that it adds to those of its superclass entity. */
final class EntityClass {

    private final TypeElement element;
    private final Marks marks;
    private final Optional<EntityClass> parent;
    private final List<TypeElement> own;
    private final List<Member> members;
    private final QualifiedName table;
    private final boolean getters;
    private final List<EntityClass> children = new ArrayList<>();

    /**
     * An entity.
     *
     * @param own the mapped superclasses between the parent and it, the topmost first, and itself
     * @param members the attributes that these declare
     * @param table the name of its table, or of the one that it would have
     * @param getters whether getters are read, not fields, in those classes of the hierarchy that say nothing else
     */
    EntityClass(
            TypeElement element,
            Marks marks,
            Optional<EntityClass> parent,
            List<TypeElement> own,
            List<Member> members,
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

    TypeElement element() {
        return element;
    }

    Marks marks() {
        return marks;
    }

    Optional<EntityClass> parent() {
        return parent;
    }

    boolean getters() {
        return getters;
    }

    List<TypeElement> own() {
        return own;
    }

    List<Member> members() {
        return members;
    }

    /** The attributes of all entities from the root to this one. */
    List<Member> allMembers() {
        return lineage().flatMap(each -> each.members().stream()).toList();
    }

    /** The entities from the root to this one. */
    Stream<EntityClass> lineage() {
        return Stream.concat(parent.stream().flatMap(EntityClass::lineage), Stream.of(this));
    }

    /** This entity and all entities that extend it. */
    Stream<EntityClass> family() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(EntityClass::family));
    }

    EntityClass root() {
        return parent.map(EntityClass::root).orElse(this);
    }

    boolean isExtended() {
        return !children.isEmpty();
    }

    boolean isAbstract() {
        return element.getModifiers().contains(Modifier.ABSTRACT) && element.getKind() == ElementKind.CLASS;
    }

    /** The entity's name in queries, from which other names are derived. */
    String name() {
        return marks.one("Entity")
                .flatMap(use -> use.optionalText("name"))
                .orElseGet(() -> element.getSimpleName().toString());
    }

    /** The inheritance strategy of the hierarchy. */
    Strategy strategy() {
        return root().marks
                .one("Inheritance")
                .map(use -> Strategy.valueOf(use.constant("strategy")))
                .orElse(Strategy.SINGLE_TABLE);
    }

    /** The table with the columns that this entity adds. */
    QualifiedName table() {
        return strategy() == Strategy.SINGLE_TABLE ? root().table : table;
    }

    /** The name of its own table, which exists only in some inheritance strategies. */
    QualifiedName tableName() {
        return table;
    }

    /** Whether rows of the entity are in several tables, which no foreign key can reference. */
    boolean isSpread() {
        return strategy() == Strategy.TABLE_PER_CLASS && isExtended();
    }

    /** The annotation that declares the discriminator column of the hierarchy. */
    Optional<AnnotationUse> discriminator() {
        return root().marks.one("DiscriminatorColumn");
    }

    @Override
    public String toString() {
        return element.getSimpleName().toString();
    }
}
