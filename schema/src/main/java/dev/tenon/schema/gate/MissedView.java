package dev.tenon.schema.gate;

import dev.tenon.schema.diff.Change;
import dev.tenon.schema.plan.DependentPlan;
import dev.tenon.schema.plan.PlanContext;
import java.util.List;
import java.util.function.Consumer;

/** Recreating a materialized view because a table under it changes blocks readers of both until it is repopulated. */
final class MissedView implements ChangeRule {

    @Override
    public String code() {
        return "TN412";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Objection> objections) {
        DependentPlan.missed(changes, context)
                .forEach(path -> objections.accept(Objection.unlessAccepted(
                        path,
                        "refill-view",
                        "materialized " + path + " depends on this change; recreating and refilling it blocks reads of"
                                + " the view and of the changed table (acceptable if the query is fast or in a"
                                + " maintenance window)",
                        "")));
    }
}
