package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.plan.StoredResults;
import dev.tenon.schema.internal.rule.Finding;
import java.util.List;
import java.util.function.Consumer;

/**
 * A routine or text search object whose results are stored where no migration can compute them again: in the choice of
 * a partition, or in columns of a domain that checks them.
 */
final class StaleResults implements HazardRule {

    @Override
    public String code() {
        return "TN416";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        for (StoredResults stored : StoredResults.of(changes, context)) {
            if (!stored.kept().isEmpty()) {
                findings.accept(Finding.unlessAccepted(
                        code(),
                        stored.source().path(),
                        StoredResults.KEEP,
                        "the definition of " + stored.source().path().display() + " changes, but "
                                + String.join(", ", stored.kept()) + " would keep results of the old definition",
                        "declare the new definition under another name and use that name there (acceptable if all"
                                + " results stay the same; then nothing that stores them is built again)"));
            }
        }
    }
}
