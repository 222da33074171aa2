package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.jpa.attribute.AttributeContext;
import dev.tenon.processor.internal.read.jpa.attribute.EntityClass;
import dev.tenon.processor.internal.read.jpa.attribute.EntityReference;
import dev.tenon.processor.internal.read.jpa.attribute.MappedColumn;
import dev.tenon.processor.internal.read.jpa.attribute.PersistentAttribute;
import dev.tenon.processor.internal.read.jpa.attribute.PrimaryKeyColumn;
import dev.tenon.processor.internal.read.structure.ColumnBasis;
import dev.tenon.processor.internal.read.structure.Property;
import dev.tenon.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads to-one relationships with a join table: it has the key of the entity, and the key of the target. */
final class ToOneJoinTables {

    private final JpaContext jpa;
    private final PrimaryKeys keys;
    private final JoinColumns joins;

    ToOneJoinTables(JpaContext jpa, PrimaryKeys keys) {
        this.jpa = jpa;
        this.keys = keys;
        this.joins = new JoinColumns(jpa, keys);
    }

    /** Adds the join table. */
    void read(
            PersistentAttribute member,
            AttributeContext where,
            EntityClass target,
            AnnotationUse said,
            boolean oneToOne,
            TableContribution into) {
        List<AnnotationUse> columns = jpa.nested(said, "inverseJoinColumns");
        List<JoinColumns.Pair> pairs = joins.pair(columns, member.name(), target);
        TableContribution parts = into.in(table(member, where, target, said));
        for (JoinColumns.Pair pair : pairs) {
            Property property =
                    new Property(where.path() + member.name(), member.element(), member.type(), pair.name());
            Optional<String> comment = pair.declared().flatMap(use -> use.optionalText("comment"));
            parts.add(property);
            parts.add(new MappedColumn(
                    property,
                    new ColumnBasis(Optional.of(pair.type()), false, Optional.empty(), comment),
                    false,
                    false));
            pair.declared().ifPresent(use -> new ColumnExtras(jpa).constraints(use, pair.name(), parts));
        }
        List<String> names = pairs.stream().map(JoinColumns.Pair::name).toList();
        List<AnnotationUse> sayForeignKey = new ArrayList<>(columns);
        ForeignKeys onTable = ForeignKeys.in(jpa, "inverseForeignKey", List.of(said));
        ForeignKeys foreignKey =
                onTable.with(ForeignKeys.in(jpa, "foreignKey", sayForeignKey)).unlessMissing(member);
        if (foreignKey.wanted() && !target.isSpread() && !names.isEmpty()) {
            parts.add(new EntityReference(
                    names,
                    target,
                    pairs.stream().map(JoinColumns.Pair::target).toList(),
                    foreignKey.name(),
                    JoinColumns.onDelete(member.marks()),
                    said.site()));
        }
        if (oneToOne && !names.isEmpty()) {
            parts.unique(names, said.site());
        }
    }

    private SecondaryTable table(
            PersistentAttribute member, AttributeContext where, EntityClass target, AnnotationUse said) {
        EntityClass owner = where.entity();
        List<AnnotationUse> columns = jpa.nested(said, "joinColumns");
        List<PrimaryKeyColumn> shared = keys.of(owner);
        List<PrimaryKeyColumn> key = new ArrayList<>(shared);
        List<PrimaryKeyColumn> referenced = new ArrayList<>(shared);
        if (!columns.isEmpty()) {
            key.clear();
            referenced.clear();
            for (JoinColumns.Pair pair : joins.pair(columns, owner.name(), owner)) {
                key.add(new PrimaryKeyColumn(pair.name(), pair.type()));
                referenced.add(new PrimaryKeyColumn(pair.target(), pair.type()));
            }
        }
        QualifiedName name = new QualifiedName(
                said.optionalText("schema")
                        .map(jpa.naming()::physical)
                        .orElse(owner.table().schema()),
                said.optionalText("name")
                        .map(jpa.naming()::physical)
                        .orElseGet(() -> jpa.naming()
                                .joinTable(
                                        owner.table().name(),
                                        member.name(),
                                        target.table().name())));
        List<AnnotationUse> sayForeignKey = new ArrayList<>(columns);
        sayForeignKey.add(said);
        ForeignKeys declared = ForeignKeys.in(jpa, "foreignKey", sayForeignKey);
        return new SecondaryTable(
                owner,
                name,
                key,
                referenced,
                // For Hibernate ORM, @NotFound concerns both foreign keys of a table that has a declared name.
                said.optionalText("name").isPresent() ? declared.unlessMissing(member) : declared,
                Optional.of(said),
                said.site(),
                new TableContribution());
    }
}
