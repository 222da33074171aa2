package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.diff.TableChange;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.plan.type.NewColumnDefault;
import dev.tenon.schema.internal.rule.Finding;
import java.util.List;
import java.util.function.Consumer;

/** A change that rewrites a table blocks reads and writes until it is done. */
final class TableRewrite implements HazardRule {

    @Override
    public String code() {
        return "TN406";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        for (Change change : changes) {
            boolean newColumn = change instanceof ColumnChange.Add add && NewColumnDefault.rewrites(add.column());
            boolean newType = change instanceof ColumnChange.SetType set
                    && !context.isMetadataOnly(set)
                    && !context.recollates(set)
                    && !context.shadows().replaces(set.table(), set.after().name());
            boolean persistence = change instanceof TableChange.SetLogged;
            if (newColumn || newType || persistence) {
                String what = newColumn
                        ? "adding generated or identity column "
                        : newType ? "changing the type of " : "changing LOGGED or UNLOGGED of table ";
                findings.accept(Finding.unlessAccepted(
                        code(),
                        change.path(),
                        "rewrite-table",
                        what + change.path().display() + " rewrites the table and blocks reads and writes meanwhile"
                                + " (acceptable for a small table or in a maintenance window)",
                        ""));
            }
        }
    }
}
