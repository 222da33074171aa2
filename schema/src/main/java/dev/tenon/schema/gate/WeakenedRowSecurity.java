package dev.tenon.schema.gate;

import dev.tenon.schema.diff.Change;
import dev.tenon.schema.diff.PolicyChange;
import dev.tenon.schema.diff.TableChange;
import dev.tenon.schema.plan.PlanContext;
import java.util.List;
import java.util.function.Consumer;

/** Disabling row-level security or dropping a policy may make rows visible to roles that could not see them. */
final class WeakenedRowSecurity implements ChangeRule {

    @Override
    public String code() {
        return "TN409";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Objection> objections) {
        for (Change change : changes) {
            if (change instanceof TableChange.SetRowSecurity set && set.after().compareTo(set.before()) < 0) {
                objections.accept(Objection.unlessAccepted(
                        change.path(),
                        "disable-row-security",
                        "row-level security of " + change.path().display() + " is weakened from " + set.before()
                                + " to " + set.after(),
                        ""));
            } else if (change instanceof PolicyChange.Drop) {
                objections.accept(Objection.unlessAccepted(
                        change.path(),
                        "drop-policy",
                        "policy " + change.path().display() + " is no longer declared",
                        ""));
            }
        }
    }
}
