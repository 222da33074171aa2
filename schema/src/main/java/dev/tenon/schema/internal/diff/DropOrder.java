package dev.tenon.schema.internal.diff;

import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sorts dropped tables so that tables whose policies read other tables are dropped before these. Foreign keys do not
 * matter, because they are dropped before any table. If policies of two tables read each other's tables, one dependency
 * remains.
 */
final class DropOrder {

    private final Map<QualifiedName, Table> tables = new LinkedHashMap<>();
    private final Map<QualifiedName, List<QualifiedName>> seenBy = new LinkedHashMap<>();
    private final Set<QualifiedName> visited = new LinkedHashSet<>();
    private final List<Table> order = new ArrayList<>();

    private DropOrder(List<Table> gone) {
        gone.forEach(table -> tables.put(table.name(), table));
        for (Table table : gone) {
            for (Policy policy : table.policies()) {
                PolicyDependencies.of(policy).stream()
                        .filter(tables::containsKey)
                        .forEach(other -> seenBy.computeIfAbsent(other, name -> new ArrayList<>())
                                .add(table.name()));
            }
        }
    }

    static List<Table> of(List<Table> gone) {
        DropOrder order = new DropOrder(gone);
        gone.forEach(table -> order.visit(table.name()));
        return order.order;
    }

    private void visit(QualifiedName name) {
        if (visited.add(name)) {
            seenBy.getOrDefault(name, List.of()).forEach(this::visit);
            order.add(tables.get(name));
        }
    }
}
