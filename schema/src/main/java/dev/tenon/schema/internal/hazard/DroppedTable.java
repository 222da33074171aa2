package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.TableChange;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.rule.Finding;
import java.util.List;
import java.util.function.Consumer;

/** Dropping a table that is no longer declared deletes its rows. */
final class DroppedTable implements HazardRule {

    @Override
    public String code() {
        return "TN401";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        for (Change change : changes) {
            if (change instanceof TableChange.Drop drop) {
                findings.accept(Finding.unlessAccepted(
                        code(),
                        drop.path(),
                        "drop-table",
                        "table " + drop.path().display() + " no longer has an entity, and dropping it deletes its rows",
                        "if it was renamed, add @RenamedFrom(\"" + drop.path().display() + "\") to its new entity"));
            }
        }
    }
}
