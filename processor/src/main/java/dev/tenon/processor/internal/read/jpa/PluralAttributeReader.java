package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.jpa.attribute.AttributeContext;
import dev.tenon.processor.internal.read.jpa.attribute.CollectionType;
import dev.tenon.processor.internal.read.jpa.attribute.EntityClass;
import dev.tenon.processor.internal.read.jpa.attribute.JpaAnnotations;
import dev.tenon.processor.internal.read.jpa.attribute.Overrides;
import dev.tenon.processor.internal.read.jpa.attribute.PersistentAttribute;
import dev.tenon.processor.internal.read.jpa.attribute.PluralAttribute;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads attributes with several values: each has its own table, or columns in the table of the values. */
final class PluralAttributeReader {

    private final JpaContext jpa;
    private final TableBuilder builder;
    private final JoinColumns joins;
    private final CollectionKeyColumns positions;
    private final TargetEntities targets;
    private final ElementReader elements;
    private final Function<EntityClass, Collection<TableDraft>> tables;
    private final List<TableDraft> additional = new ArrayList<>();

    /**
     * A reader for all entities.
     *
     * @param tables the tables with the rows of an entity
     */
    PluralAttributeReader(
            JpaContext jpa,
            PrimaryKeys keys,
            TableBuilder builder,
            AttributeWalker walker,
            Function<EntityClass, Collection<TableDraft>> tables) {
        this.jpa = jpa;
        this.builder = builder;
        this.joins = new JoinColumns(jpa, keys);
        this.positions = new CollectionKeyColumns(jpa, keys, walker);
        this.targets = new TargetEntities(jpa);
        this.elements = new ElementReader(jpa, walker);
        this.tables = tables;
    }

    /** The tables created so far. */
    List<TableDraft> additional() {
        return List.copyOf(additional);
    }

    void read(PluralAttribute plural) {
        jpa.context().diagnostics().reading(plural.where().entity().element());
        PersistentAttribute member = plural.member();
        JpaAnnotations marks = member.marks();
        Optional<CollectionType> type = CollectionType.of(jpa.context(), member);
        if (type.isEmpty()) {
            jpa.error(
                    DiagnosticCode.JPA_ATTRIBUTE,
                    SourceLocation.of(member.element()),
                    member.name() + " of type " + member.type() + " is not a collection with an element type",
                    "use a Collection, List, Set or Map with type arguments");
        } else if (marks.has("ElementCollection")) {
            collection(plural, type.get());
        } else {
            boolean manyToMany = marks.has("ManyToMany");
            AnnotationUse relation =
                    marks.one(manyToMany ? "ManyToMany" : "OneToMany").orElseThrow();
            Optional<EntityClass> target = targets.of(relation, type.get().element(), member);
            if (target.isPresent()) {
                relation(plural, type.get(), relation, target.get(), manyToMany);
            }
        }
    }

    private void relation(
            PluralAttribute plural,
            CollectionType type,
            AnnotationUse relation,
            EntityClass target,
            boolean manyToMany) {
        JpaAnnotations marks = plural.member().marks();
        if (targets.isInverse(relation, target)) {
            if (!manyToMany) {
                inTarget(plural, type, target, List.of());
            }
            return;
        }
        Optional<AnnotationUse> override = plural.where()
                .overrides()
                .find("AssociationOverride", plural.member().name(), jpa.overrides());
        List<AnnotationUse> columns = override.map(use -> jpa.nested(use, "joinColumns"))
                .filter(uses -> !uses.isEmpty())
                .orElseGet(() -> manyToMany ? List.of() : marks.all("JoinColumn"));
        Optional<AnnotationUse> joinTable = override.flatMap(use -> jpa.inner(use, "joinTable"))
                .filter(use -> use.optionalText("name").isPresent())
                .or(() -> marks.one("JoinTable"));
        if (joinTable.isEmpty() && !columns.isEmpty()) {
            inTarget(plural, type, target, columns);
        } else {
            joinTable(plural, type, target, joinTable, manyToMany);
        }
    }

    /**
     * The rows of the other entity reference this one, or have only a position if the other side has the foreign key.
     */
    private void inTarget(PluralAttribute plural, CollectionType type, EntityClass target, List<AnnotationUse> said) {
        PersistentAttribute member = plural.member();
        TableContribution parts = new TableContribution();
        if (!said.isEmpty()) {
            EntityClass owner = plural.where().entity();
            List<JoinColumns.Pair> pairs = joins.pair(said, member.name(), owner);
            List<AnnotationUse> sayForeignKey = new ArrayList<>(said);
            member.marks().one("JoinColumns").ifPresent(sayForeignKey::add);
            ForeignKeys foreignKey = ForeignKeys.in(jpa, "foreignKey", sayForeignKey);
            new ReferenceColumns(jpa).add(member, pairs, owner, foreignKey, parts);
        }
        for (TableDraft table : tables.apply(target)) {
            TableContribution each = new TableContribution();
            each.addAll(parts);
            AttributeContext where =
                    AttributeContext.in(target, table.name(), Overrides.on(member.marks(), jpa.overrides()), true);
            positions.read(plural, type, where, false, each);
            builder.extend(table, each);
        }
    }

    private void joinTable(
            PluralAttribute plural,
            CollectionType type,
            EntityClass target,
            Optional<AnnotationUse> said,
            boolean manyToMany) {
        PersistentAttribute member = plural.member();
        EntityClass owner = plural.where().entity();
        CollectionTable side = new CollectionTable(jpa, builder, plural);
        String toOwner = manyToMany ? inverse(member, target).orElse(owner.name()) : owner.name();
        List<AnnotationUse> ownerColumns = nested(said, "joinColumns");
        List<AnnotationUse> targetColumns = nested(said, "inverseJoinColumns");
        side.owner(
                joins.pair(ownerColumns, toOwner, owner),
                foreignKeys("foreignKey", said, ownerColumns),
                JoinColumns.onDelete(member.marks()));
        List<JoinColumns.Pair> pairs = joins.pair(targetColumns, member.name(), target);
        if (joins.areKey(pairs, target)) {
            side.target(
                    pairs,
                    target,
                    foreignKeys("inverseForeignKey", said, targetColumns).unlessMissing(member));
        } else {
            side.targetByValue(pairs, target);
        }
        String derived = jpa.naming()
                .joinTable(owner.table().name(), member.name(), target.table().name());
        positionsAndTable(plural, type, side, name(said, owner, derived), said, !manyToMany);
    }

    private void collection(PluralAttribute plural, CollectionType type) {
        PersistentAttribute member = plural.member();
        EntityClass owner = plural.where().entity();
        CollectionTable side = new CollectionTable(jpa, builder, plural);
        Optional<AnnotationUse> said = member.marks().one("CollectionTable");
        List<AnnotationUse> columns = nested(said, "joinColumns");
        side.owner(
                joins.pair(columns, owner.name(), owner),
                foreignKeys("foreignKey", said, columns),
                JoinColumns.onDelete(member.marks()));
        String derived = jpa.naming().composed(owner.table().name(), owner.name(), member.name());
        QualifiedName name = name(said, owner, derived);
        int before = side.parts().mapped().size();
        elements.read(plural, type, name, side.parts());
        side.valuesFrom(before);
        positionsAndTable(plural, type, side, name, said, false);
    }

    private void positionsAndTable(
            PluralAttribute plural,
            CollectionType type,
            CollectionTable side,
            QualifiedName name,
            Optional<AnnotationUse> said,
            boolean single) {
        int before = side.parts().mapped().size();
        Overrides overrides = plural.where()
                .overrides()
                .within(plural.member().name())
                .over(Overrides.on(plural.member().marks(), jpa.overrides()));
        positions.read(
                plural, type, AttributeContext.in(plural.where().entity(), name, overrides, false), true, side.parts());
        side.positionsFrom(before);
        boolean isNew = builder.known(name).isEmpty();
        TableDraft table = side.build(name, type.kind(), said, single);
        if (isNew) {
            additional.add(table);
        }
    }

    private QualifiedName name(Optional<AnnotationUse> said, EntityClass owner, String derived) {
        return new QualifiedName(
                said.flatMap(use -> use.optionalText("schema"))
                        .map(jpa.naming()::physical)
                        .orElse(owner.table().schema()),
                said.flatMap(use -> use.optionalText("name"))
                        .map(jpa.naming()::physical)
                        .orElse(derived));
    }

    private List<AnnotationUse> nested(Optional<AnnotationUse> outer, String attribute) {
        return outer.map(use -> jpa.nested(use, attribute)).orElse(List.of());
    }

    private ForeignKeys foreignKeys(String attribute, Optional<AnnotationUse> table, List<AnnotationUse> columns) {
        return ForeignKeys.in(jpa, attribute, table.stream().toList()).with(ForeignKeys.in(jpa, "foreignKey", columns));
    }

    /** The attribute on the other side that declares it is the inverse of this one. */
    private static Optional<String> inverse(PersistentAttribute member, EntityClass target) {
        return target.allMembers().stream()
                .filter(each -> each.marks()
                        .one("ManyToMany")
                        .filter(use -> use.text("mappedBy").equals(member.name()))
                        .isPresent())
                .map(PersistentAttribute::name)
                .findFirst();
    }
}
