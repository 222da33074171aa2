package dev.tenon.schema.internal.plan;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.StepMode;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.sql.parse.ReferencedNames;
import dev.tenon.schema.internal.sql.parse.RowReferences;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Orders the backfills of columns: one whose expression reads a column of another table that is filled, too, comes after
 * that. Those that read each other keep their order.
 */
final class FillOrder {

    private final Map<ObjectPath, PlannedStatements> fills = new LinkedHashMap<>();
    private final Map<ObjectPath, String> values = new LinkedHashMap<>();
    private final Set<ObjectPath> ordered = new LinkedHashSet<>();

    private FillOrder() {}

    static List<PlannedStatements> of(List<PlannedStatements> statements, PlanContext context) {
        FillOrder order = new FillOrder();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            PlannedStatements fragment = statements.get(i);
            Optional<ObjectPath> filled = column(fragment);
            Optional<String> value = filled.flatMap(path -> context.backfill(path.owner(), path.member()));
            if (value.isPresent() && order.values.putIfAbsent(filled.get(), value.get()) == null) {
                order.fills.put(filled.get(), fragment);
                places.add(i);
            }
        }
        order.fills.keySet().forEach(path -> order.visit(path, new LinkedHashSet<>()));
        List<PlannedStatements> result = new ArrayList<>(statements);
        Iterator<Integer> place = places.iterator();
        order.ordered.forEach(path -> result.set(place.next(), order.fills.get(path)));
        return result;
    }

    /** The column that the statements fill. */
    private static Optional<ObjectPath> column(PlannedStatements fragment) {
        return fragment.statements().stream()
                .findFirst()
                .filter(first -> fragment.phase() == Phase.ROWS && first.mode() == StepMode.BATCHES)
                .map(Statement::change)
                .filter(change -> change instanceof ColumnChange.Add || change instanceof ColumnChange.SetNotNull)
                .map(Change::path);
    }

    private void visit(ObjectPath path, Set<ObjectPath> within) {
        if (ordered.contains(path) || !within.add(path)) {
            return;
        }
        String value = values.getOrDefault(path, "");
        ReferencedNames read = ReferencedNames.in(value);
        Set<String> names = RowReferences.of(value).names();
        fills.keySet().stream()
                .filter(other -> !other.owner().equals(path.owner())
                        && read.relations().contains(other.owner())
                        && names.contains(other.member()))
                .forEach(other -> visit(other, within));
        ordered.add(path);
    }
}
