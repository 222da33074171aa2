package dev.tenon.schema.gate;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.diff.Change;
import dev.tenon.schema.diff.EnumChange;
import dev.tenon.schema.plan.PlanContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A label that is gone or moved may be in use, and PostgreSQL cannot take it out of the type; another type takes its place. */
final class LostLabel implements ChangeRule {

    @Override
    public String code() {
        return "TN408";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Objection> objections) {
        for (Change change : changes) {
            if (change instanceof EnumChange.Rebuild rebuild) {
                if (context.shadows().replaces(rebuild.after().name())) {
                    lost(rebuild, context, objections);
                } else {
                    objections.accept(
                            Objection.always(
                                    change.path(),
                                    "labels",
                                    "labels of " + change.path().display()
                                            + " are gone or stand in another order, and the"
                                            + " type cannot be replaced beside what uses it",
                                    "keep the constants and their order, or first change what stands in the way, in"
                                            + " migrations of their own: columns of this type that are partitioned, computed,"
                                            + " excluded, read by materialized views or new, and functions and views that name the type"));
                }
            }
        }
    }

    private static void lost(EnumChange.Rebuild rebuild, PlanContext context, Consumer<Objection> objections) {
        List<String> gone = new ArrayList<>(rebuild.before().labels());
        gone.removeAll(rebuild.after().labels());
        gone.removeAll(context.replacedLabels(rebuild).keySet());
        for (String label : gone) {
            ObjectPath path = ObjectPath.label(rebuild.after().name(), label);
            objections.accept(Objection.unlessAccepted(
                    path,
                    "drop-label",
                    "label " + path.display() + " is gone, and rows may have it",
                    "say @RenamedFrom(" + '"' + label + '"' + ") on the constant that its rows get instead"));
        }
    }
}
