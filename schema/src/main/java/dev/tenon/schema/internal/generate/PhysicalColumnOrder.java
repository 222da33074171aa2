package dev.tenon.schema.internal.generate;

import dev.tenon.schema.Column;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.plan.shadow.ShadowPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * Sorts columns in the order of the database: existing columns in their old order, then new columns, then shadow
 * columns that replace old ones. A snapshot thus shows the table as it is, and moving a field within its class changes
 * nothing.
 */
final class PhysicalColumnOrder {

    private PhysicalColumnOrder() {}

    /** The schema after the migration with its columns in this order. */
    static Schema align(PlanContext context) {
        return context.after().withTables(context.after().tables().stream()
                .map(table -> context.before().table(table.name())
                        .map(old -> align(old, table, context.shadows()))
                        .orElse(table))
                .toList());
    }

    private static Table align(Table before, Table after, ShadowPlan shadows) {
        List<Column> columns = new ArrayList<>();
        List<Column> replaced = new ArrayList<>();
        for (Column old : before.columns()) {
            KeyedLookup.find(after.columns(), old.name())
                    .ifPresent(fresh -> (shadows.replaces(after.name(), old.name()) ? replaced : columns).add(fresh));
        }
        for (Column column : after.columns()) {
            if (before.column(column.name()).isEmpty()) {
                columns.add(column);
            }
        }
        columns.addAll(replaced);
        return after.withColumns(columns);
    }
}
