package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.TableDraft;
import dev.tenon.processor.report.Code;
import dev.tenon.schema.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reports references to columns without a unique key, which PostgreSQL refuses. */
final class ReferencedKeys {

    private final Workbench bench;

    ReferencedKeys(Workbench bench) {
        this.bench = bench;
    }

    void check(List<TableBuilder.Reference> references, List<TableDraft> tables) {
        Map<QualifiedName, TableDraft> byName = new TreeMap<>();
        tables.forEach(table -> byName.put(table.name(), table));
        for (TableBuilder.Reference reference : references) {
            Link link = reference.link();
            TableDraft target = byName.get(link.target().table());
            if (target != null && target.uniqueKeys().stream().noneMatch(key -> same(key, link.targetColumns()))) {
                bench.error(
                        Code.JPA_JOIN,
                        link.site(),
                        "the foreign key references " + link.targetColumns() + " of "
                                + target.name().display() + ", which are not a unique key",
                        "make these columns unique, or reference the primary key");
            }
        }
    }

    private static boolean same(List<String> one, List<String> other) {
        return new HashSet<>(one).equals(new HashSet<>(other));
    }
}
