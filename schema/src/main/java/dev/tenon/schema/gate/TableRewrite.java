package dev.tenon.schema.gate;

import dev.tenon.schema.diff.Change;
import dev.tenon.schema.diff.ColumnChange;
import dev.tenon.schema.plan.DefaultValue;
import dev.tenon.schema.plan.PlanContext;
import dev.tenon.schema.plan.TypeChange;
import java.util.List;
import java.util.function.Consumer;

/** A change that rewrites the table holds it against all reading and writing until it is done. */
final class TableRewrite implements ChangeRule {

    @Override
    public String code() {
        return "TN406";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Objection> objections) {
        for (Change change : changes) {
            boolean newColumn = change instanceof ColumnChange.Add add && DefaultValue.rewrites(add.column());
            boolean newType =
                    change instanceof ColumnChange.SetType set && !TypeChange.keepsRows(set.before(), set.after());
            if (newColumn || newType) {
                objections.accept(Objection.unlessAccepted(
                        change.path(),
                        "rewrite-table",
                        (newColumn ? "adding the computed column " : "changing the type of ")
                                + change.path().display() + " rewrites the table while nobody can read or write it",
                        "if the table is small or there is a maintenance window"));
            }
        }
    }
}
