package dev.tenon.schema.generate;

import dev.tenon.schema.Column;
import dev.tenon.schema.Hints;
import dev.tenon.schema.Names;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.plan.Shadows;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts columns in the order in which the database has them: those that were there in their old order, new ones after
 * them, and at last those that are made beside old ones to take their place. So a snapshot shows the table as it is, and a field that moves within its class changes nothing.
 */
final class PhysicalOrder {

    private PhysicalOrder() {}

    static Schema align(Schema before, Schema after, Hints hints) {
        Shadows shadows = Shadows.between(before, after, hints);
        return after.withTables(after.tables().stream()
                .map(table -> before.table(table.name())
                        .map(old -> align(old, table, shadows))
                        .orElse(table))
                .toList());
    }

    private static Table align(Table before, Table after, Shadows shadows) {
        List<Column> columns = new ArrayList<>();
        List<Column> replaced = new ArrayList<>();
        for (Column old : before.columns()) {
            Names.find(after.columns(), old.name())
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
