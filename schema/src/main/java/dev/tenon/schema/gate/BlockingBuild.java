package dev.tenon.schema.gate;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.diff.Change;
import dev.tenon.schema.diff.ConstraintChange;
import dev.tenon.schema.plan.PlanContext;
import java.util.List;
import java.util.function.Consumer;

/** PostgreSQL builds the index of an exclusion constraint in one go and holds the table against everyone until it is done. */
final class BlockingBuild implements ChangeRule {

    @Override
    public String code() {
        return "TN411";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Objection> objections) {
        for (Change change : changes) {
            boolean added =
                    change instanceof ConstraintChange.Add add && add.constraint() instanceof Constraint.Exclusion;
            boolean replaced = change instanceof ConstraintChange.Replace replace
                    && replace.after() instanceof Constraint.Exclusion;
            if (added || replaced) {
                objections.accept(Objection.unlessAccepted(
                        change.path(),
                        "lock-table",
                        "adding the exclusion constraint " + change.path().display()
                                + " builds an index while nobody can read or write the table",
                        "if the table is small or there is a maintenance window"));
            }
        }
    }
}
