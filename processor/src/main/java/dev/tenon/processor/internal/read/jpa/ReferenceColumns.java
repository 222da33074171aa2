package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.jpa.attribute.EntityClass;
import dev.tenon.processor.internal.read.jpa.attribute.EntityReference;
import dev.tenon.processor.internal.read.jpa.attribute.MappedColumn;
import dev.tenon.processor.internal.read.jpa.attribute.PersistentAttribute;
import dev.tenon.processor.internal.read.structure.ColumnBasis;
import dev.tenon.processor.internal.read.structure.Property;
import dev.tenon.processor.internal.report.SourceLocation;
import java.util.List;
import java.util.Optional;

/** Adds the columns of a one-to-many relationship to the table of the other entity. */
final class ReferenceColumns {

    private final JpaContext jpa;

    ReferenceColumns(JpaContext jpa) {
        this.jpa = jpa;
    }

    /** Adds the columns and the foreign key to the owner. */
    void add(
            PersistentAttribute member,
            List<JoinColumns.Pair> pairs,
            EntityClass owner,
            ForeignKeys foreignKey,
            TableContribution into) {
        for (JoinColumns.Pair pair : pairs) {
            into.add(new MappedColumn(
                    new Property(member.name(), member.element(), member.type(), pair.name()),
                    new ColumnBasis(
                            Optional.of(pair.type()),
                            !pair.isNotNull(),
                            Optional.empty(),
                            pair.declared().flatMap(use -> use.optionalText("comment"))),
                    false,
                    ColumnExtras.isReadOnly(pair.declared())));
            pair.declared().ifPresent(use -> new ColumnExtras(jpa).constraints(use, pair.name(), into));
        }
        if (foreignKey.wanted() && !owner.isSpread() && !pairs.isEmpty()) {
            into.add(new EntityReference(
                    pairs.stream().map(JoinColumns.Pair::name).toList(),
                    owner,
                    pairs.stream().map(JoinColumns.Pair::target).toList(),
                    foreignKey.name(),
                    JoinColumns.onDelete(member.marks()),
                    SourceLocation.of(member.element())));
        }
    }
}
