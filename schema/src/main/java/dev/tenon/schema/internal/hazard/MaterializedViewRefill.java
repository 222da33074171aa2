package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.plan.DependentPlanner;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.rule.Finding;
import java.util.List;
import java.util.function.Consumer;

/** Recreating a materialized view because a table under it changes blocks readers of both until it is repopulated. */
final class MaterializedViewRefill implements HazardRule {

    @Override
    public String code() {
        return "TN412";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        DependentPlanner.missed(changes, context)
                .forEach(path -> findings.accept(Finding.unlessAccepted(
                        code(),
                        path,
                        "refill-view",
                        "materialized " + path + " depends on this change; recreating and refilling it blocks reads of"
                                + " the view and of the changed table (acceptable if the query is fast or in a"
                                + " maintenance window)",
                        "")));
    }
}
