package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.internal.derive.TenantAdmission;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.PolicyChange;
import dev.tenon.schema.internal.diff.TableChange;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.rule.Finding;
import java.util.List;
import java.util.function.Consumer;

/** Disabling row-level security or dropping a policy may make rows visible to roles that could not see them. */
final class WeakenedRowSecurity implements HazardRule {

    @Override
    public String code() {
        return "TN409";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        for (Change change : changes) {
            if (change instanceof TableChange.SetRowSecurity set && set.after().compareTo(set.before()) < 0) {
                findings.accept(Finding.unlessAccepted(
                        code(),
                        change.path(),
                        "disable-row-security",
                        "row-level security of " + change.path().display() + " is weakened from " + set.before()
                                + " to " + set.after(),
                        ""));
            } else if (change instanceof PolicyChange.Drop drop && !TenantAdmission.is(drop.policy())) {
                findings.accept(Finding.unlessAccepted(
                        code(),
                        change.path(),
                        "drop-policy",
                        "policy " + change.path().display() + " is no longer declared",
                        ""));
            }
        }
    }
}
