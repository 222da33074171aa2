package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.rule.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A tenancy that goes back a stage removes protection, and rows that become wrong meanwhile stop the way forward. */
final class EarlierStage implements HazardRule {

    @Override
    public String code() {
        return "TN435";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        Optional<Tenancy> before = context.before().tenancy();
        Optional<Tenancy> after = context.after().tenancy();
        if (before.isPresent()
                && after.isPresent()
                && !after.get().stage().includes(before.get().stage())) {
            findings.accept(Finding.unlessAccepted(
                    code(),
                    ObjectPath.tenancy(),
                    "earlier-stage",
                    "the tenancy goes back from stage " + before.get().stage() + " to "
                            + after.get().stage(),
                    "declare stage " + before.get().stage() + " or a later one, and admit a role that must see all"
                            + " rows with admitted = \"…\""));
        }
    }
}
