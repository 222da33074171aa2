package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.PartitionChange;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.rule.Finding;
import java.util.List;
import java.util.function.Consumer;

/** Dropping a partition that is no longer declared deletes its rows. */
final class DroppedPartition implements HazardRule {

    @Override
    public String code() {
        return "TN414";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        for (Change change : changes) {
            if (change instanceof PartitionChange.Drop) {
                findings.accept(Finding.unlessAccepted(
                        code(),
                        change.path(),
                        "drop-partition",
                        "partition " + change.path().display()
                                + " is no longer declared, and dropping it deletes its rows",
                        "if undeclared partitions are managed outside Tenon, set" + " @Partitioned(elsewhere = true)"));
            }
        }
    }
}
