package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.ViewColumn;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ViewChange;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.rule.Finding;
import java.util.List;
import java.util.function.Consumer;

/** A view that loses a column loses no data, but queries that read the column fail. */
final class RemovedViewColumn implements HazardRule {

    @Override
    public String code() {
        return "TN413";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        for (Change change : changes) {
            if (change instanceof ViewChange.Redefine redefine) {
                for (ViewColumn column : redefine.before().columns()) {
                    if (KeyedLookup.find(redefine.after().columns(), column.name())
                            .isEmpty()) {
                        ObjectPath path = ObjectPath.column(redefine.before().name(), column.name());
                        findings.accept(Finding.unlessAccepted(
                                code(),
                                path,
                                "drop-column",
                                "column " + path.display() + " of the view no longer has a member, and queries that"
                                        + " read it would fail",
                                "keep it until no query reads it"));
                    }
                }
            }
        }
    }
}
