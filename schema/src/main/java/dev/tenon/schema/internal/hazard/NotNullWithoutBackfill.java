package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.Column;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.plan.PlanContext;
import java.util.List;
import java.util.function.Consumer;

/** A NOT NULL column needs a value for existing rows. */
final class NotNullWithoutBackfill implements HazardRule {

    @Override
    public String code() {
        return "TN403";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Hazard> objections) {
        for (Change change : changes) {
            if (change instanceof ColumnChange.Add add
                    && !add.column().nullable()
                    && add.column().defaultValue().isEmpty()) {
                check(change, add.table(), add.column(), context, objections);
            } else if (change instanceof ColumnChange.SetNotNull set
                    && !set.column().generated()) {
                check(change, set.table(), set.column(), context, objections);
            }
        }
    }

    private static void check(
            Change change, QualifiedName table, Column column, PlanContext context, Consumer<Hazard> objections) {
        if (context.backfill(table, column.name()).isEmpty()) {
            objections.accept(Hazard.always(
                    change.path(),
                    "nullable",
                    "NOT NULL column " + change.path().display()
                            + " needs a value for the rows that the table may already have",
                    "add @Backfill(\"…\") with that value, or make the column nullable"));
        }
    }
}
