package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.rule.Finding;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Dropping a column that is no longer declared deletes its values. Dropping a retired column needs no acceptance. */
final class DroppedColumn implements HazardRule {

    @Override
    public String code() {
        return "TN402";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        for (Change change : changes) {
            if (change instanceof ColumnChange.Drop drop
                    && drop.column().retired().isEmpty()) {
                findings.accept(Finding.unlessAccepted(
                        code(), drop.path(), "drop-column", problem(drop, changes), remedy(drop)));
            }
        }
    }

    private static String problem(ColumnChange.Drop drop, List<Change> changes) {
        String lookalikes = changes.stream()
                .filter(ColumnChange.Add.class::isInstance)
                .map(ColumnChange.Add.class::cast)
                .filter(add -> add.table().equals(drop.table())
                        && add.column().type().equals(drop.column().type()))
                .map(add -> add.column().name())
                .collect(Collectors.joining(", "));
        String gone = "column " + drop.path().display() + " no longer has a field, and dropping it deletes its values";
        return lookalikes.isEmpty() ? gone : gone + "; was it renamed to " + lookalikes + "?";
    }

    private static String remedy(ColumnChange.Drop drop) {
        return "if it was renamed, add @RenamedFrom(\"" + drop.column().name()
                + "\") to the new field; to keep the column for now, keep the field and add @Retired to it";
    }
}
