package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.Column;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.rule.Finding;
import java.util.List;
import java.util.function.Consumer;

/** A NOT NULL column needs a value for existing rows. */
final class NotNullWithoutBackfill implements HazardRule {

    @Override
    public String code() {
        return "TN403";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        for (Change change : changes) {
            if (change instanceof ColumnChange.Add add
                    && !add.column().nullable()
                    && add.column().defaultValue().isEmpty()) {
                check(change, add.table(), add.column(), context, findings);
            } else if (change instanceof ColumnChange.SetNotNull set
                    && !set.column().generated()
                    && !context.provesNotNull(set.table(), set.column().name())) {
                check(change, set.table(), set.column(), context, findings);
            }
        }
    }

    private void check(
            Change change, QualifiedName table, Column column, PlanContext context, Consumer<Finding> findings) {
        if (context.backfill(table, column.name()).isEmpty()) {
            findings.accept(Finding.error(
                    code(),
                    change.path(),
                    "nullable",
                    "NOT NULL column " + change.path().display()
                            + " needs a value for the rows that the table may already have",
                    "add @Backfill(\"…\") with that value, or make the column nullable"));
        }
    }
}
