package dev.tenon.schema.gate;

import dev.tenon.schema.diff.Change;
import dev.tenon.schema.diff.TableChange;
import dev.tenon.schema.plan.PlanContext;
import java.util.List;
import java.util.function.Consumer;

/** Dropping a table that is no longer declared deletes its rows. */
final class DroppedTable implements ChangeRule {

    @Override
    public String code() {
        return "TN401";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Objection> objections) {
        for (Change change : changes) {
            if (change instanceof TableChange.Drop drop) {
                objections.accept(Objection.unlessAccepted(
                        drop.path(),
                        "drop-table",
                        "table " + drop.path().display() + " no longer has an entity, and dropping it deletes its rows",
                        "if it was renamed, add @RenamedFrom(\"" + drop.path().display() + "\") to its new entity"));
            }
        }
    }
}
