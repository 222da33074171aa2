package dev.tenon.schema.internal.diff;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds SET LOGGED and SET UNLOGGED changes. A logged table must never reference an unlogged one, so referenced tables
 * become logged first and unlogged last.
 */
final class PersistenceDiff {

    private final Map<QualifiedName, Table> tables = new LinkedHashMap<>();
    private final Set<QualifiedName> visited = new HashSet<>();
    private final List<QualifiedName> referredFirst = new ArrayList<>();

    private PersistenceDiff(List<Table> changed) {
        changed.forEach(table -> tables.put(table.name(), table));
        changed.forEach(table -> visit(table.name()));
    }

    static void add(List<KeyedDiff.Pair<Table>> kept, List<Change> changes) {
        List<Table> logged = new ArrayList<>();
        List<Table> unlogged = new ArrayList<>();
        for (KeyedDiff.Pair<Table> pair : kept) {
            if (pair.before().storage().unlogged() != pair.after().storage().unlogged()) {
                (pair.after().storage().unlogged() ? unlogged : logged).add(pair.before());
            }
        }
        new PersistenceDiff(logged)
                .referredFirst.forEach(table -> changes.add(new TableChange.SetLogged(table, false)));
        List<QualifiedName> referringFirst = new PersistenceDiff(unlogged).referredFirst;
        for (int i = referringFirst.size() - 1; i >= 0; i--) {
            changes.add(new TableChange.SetLogged(referringFirst.get(i), true));
        }
    }

    private void visit(QualifiedName name) {
        if (tables.containsKey(name) && visited.add(name)) {
            for (Constraint.ForeignKey key : tables.get(name).foreignKeys()) {
                visit(key.target());
            }
            referredFirst.add(name);
        }
    }
}
