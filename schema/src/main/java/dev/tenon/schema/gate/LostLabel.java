package dev.tenon.schema.gate;

import dev.tenon.schema.diff.Change;
import dev.tenon.schema.diff.EnumChange;
import dev.tenon.schema.plan.PlanContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A label that is gone or moved may be in use, and PostgreSQL cannot take it out of the type. */
final class LostLabel implements ChangeRule {

    @Override
    public String code() {
        return "TN408";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Objection> objections) {
        for (Change change : changes) {
            if (change instanceof EnumChange.Rebuild rebuild) {
                List<String> gone = new ArrayList<>(rebuild.before().labels());
                gone.removeAll(rebuild.after().labels());
                objections.accept(Objection.always(
                        change.path(),
                        "labels",
                        gone.isEmpty()
                                ? "the labels of " + change.path().display() + " stand in another order"
                                : "the labels " + gone + " of " + change.path().display() + " are gone",
                        "keep the constants and their order, add new ones, and say @RenamedFrom on renamed ones"));
            }
        }
    }
}
