package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.jpa.attribute.EntityReference;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.schema.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reports references to columns without a unique key, which PostgreSQL refuses. */
final class ReferencedKeys {

    private final JpaContext jpa;

    ReferencedKeys(JpaContext jpa) {
        this.jpa = jpa;
    }

    void check(List<EntityReference> references, List<TableDraft> tables) {
        Map<QualifiedName, TableDraft> byName = new TreeMap<>();
        tables.forEach(table -> byName.put(table.name(), table));
        for (EntityReference link : references) {
            TableDraft target = byName.get(link.target().table());
            if (target != null && target.uniqueKeys().stream().noneMatch(key -> same(key, link.targetColumns()))) {
                jpa.error(
                        DiagnosticCode.JPA_JOIN,
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
