package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.EnumChange;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.rule.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Rows may have a removed label, and PostgreSQL cannot remove or move labels of a type; another type replaces it. */
final class RemovedEnumLabel implements HazardRule {

    @Override
    public String code() {
        return "TN408";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        for (Change change : changes) {
            if (change instanceof EnumChange.Recreate rebuild) {
                if (context.shadows().replaces(rebuild.after().name())) {
                    lost(rebuild, context, findings);
                } else {
                    findings.accept(Finding.error(
                            code(),
                            change.path(),
                            "labels",
                            "labels of " + change.path().display()
                                    + " were removed or reordered, but the type"
                                    + " cannot be replaced because of objects that use it",
                            "keep the constants and their order, or first change these objects in"
                                    + " migrations of their own: columns of this type that are new,"
                                    + " generated, in partitioned tables, in exclusion constraints"
                                    + " or read"
                                    + " by materialized views, functions that name the type, and"
                                    + " views of other tables that name it"));
                }
            }
        }
    }

    private void lost(EnumChange.Recreate rebuild, PlanContext context, Consumer<Finding> findings) {
        List<String> gone = new ArrayList<>(rebuild.before().labels());
        gone.removeAll(rebuild.after().labels());
        gone.removeAll(context.replacedLabels(rebuild).keySet());
        for (String label : gone) {
            ObjectPath path = ObjectPath.label(rebuild.after().name(), label);
            findings.accept(Finding.unlessAccepted(
                    code(),
                    path,
                    "drop-label",
                    "label " + path.display() + " was removed, but rows may have it",
                    "add @RenamedFrom(" + '"' + label + '"' + ") to the constant that replaces it"));
        }
    }
}
