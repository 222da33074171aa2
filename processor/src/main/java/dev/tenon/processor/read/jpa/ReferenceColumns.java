package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.ColumnBasis;
import dev.tenon.processor.read.Property;
import dev.tenon.processor.report.Site;
import java.util.List;
import java.util.Optional;

/** Adds the columns of a one-to-many relationship to the table of the other entity. */
final class ReferenceColumns {

    private final Workbench bench;

    ReferenceColumns(Workbench bench) {
        this.bench = bench;
    }

    /** Adds the columns and the foreign key to the owner. */
    void add(Member member, List<JoinColumns.Pair> pairs, EntityClass owner, ForeignKeys foreignKey, Fragment into) {
        for (JoinColumns.Pair pair : pairs) {
            into.add(new Mapped(
                    new Property(member.name(), member.element(), member.type(), pair.name()),
                    new ColumnBasis(
                            Optional.of(pair.type()),
                            !pair.isNotNull(),
                            Optional.empty(),
                            pair.said().flatMap(use -> use.optionalText("comment"))),
                    false,
                    ColumnExtras.isReadOnly(pair.said())));
            pair.said().ifPresent(use -> new ColumnExtras(bench).constraints(use, pair.name(), into));
        }
        if (foreignKey.wanted() && !owner.isSpread() && !pairs.isEmpty()) {
            into.add(new Link(
                    pairs.stream().map(JoinColumns.Pair::name).toList(),
                    owner,
                    pairs.stream().map(JoinColumns.Pair::target).toList(),
                    foreignKey.name(),
                    JoinColumns.onDelete(member.marks()),
                    Site.of(member.element())));
        }
    }
}
