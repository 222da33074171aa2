package dev.tenon.schema.gate;

import dev.tenon.schema.diff.Change;
import dev.tenon.schema.diff.ColumnChange;
import dev.tenon.schema.diff.TableChange;
import dev.tenon.schema.plan.DefaultValue;
import dev.tenon.schema.plan.PlanContext;
import java.util.List;
import java.util.function.Consumer;

/** A change that rewrites a table blocks reads and writes until it is done. */
final class TableRewrite implements ChangeRule {

    @Override
    public String code() {
        return "TN406";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Objection> objections) {
        for (Change change : changes) {
            boolean newColumn = change instanceof ColumnChange.Add add && DefaultValue.rewrites(add.column());
            boolean newType = change instanceof ColumnChange.SetType set
                    && !context.keepsRows(set)
                    && !context.shadows().replaces(set.table(), set.after().name());
            boolean persistence = change instanceof TableChange.SetLogged;
            if (newColumn || newType || persistence) {
                String what = newColumn
                        ? "adding generated or identity column "
                        : newType ? "changing the type of " : "changing LOGGED or UNLOGGED of table ";
                objections.accept(Objection.unlessAccepted(
                        change.path(),
                        "rewrite-table",
                        what + change.path().display() + " rewrites the table and blocks reads and writes meanwhile"
                                + " (acceptable for a small table or in a maintenance window)",
                        ""));
            }
        }
    }
}
