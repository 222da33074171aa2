package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ConstraintChange;
import dev.tenon.schema.internal.diff.IndexChange;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.rule.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An exclusion constraint on an existing table builds its index in one statement, which blocks reads and writes. An
 * index or key on a partitioned table blocks writes if not all partitions are known.
 */
final class BlockingBuild implements HazardRule {

    private static final String UNKNOWN =
            " covers externally managed partitions in one statement and blocks writes to the table meanwhile"
                    + " (acceptable for a small table or in a maintenance window)";

    @Override
    public String code() {
        return "TN411";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        for (Change change : changes) {
            Optional<String> blocked = added(change).flatMap(constraint -> blocked(change, constraint, context));
            blocked.or(() -> index(change, context))
                    .ifPresent(problem ->
                            findings.accept(Finding.unlessAccepted(code(), change.path(), "lock-table", problem, "")));
        }
    }

    private static Optional<Constraint> added(Change change) {
        if (change instanceof ConstraintChange.Add add) {
            return Optional.of(add.constraint());
        }
        return change instanceof ConstraintChange.Replace replace ? Optional.of(replace.after()) : Optional.empty();
    }

    private static Optional<String> blocked(Change change, Constraint constraint, PlanContext context) {
        String name = change.path().display();
        if (constraint instanceof Constraint.Exclusion) {
            return Optional.of("adding exclusion constraint " + name
                    + " builds an index and blocks reads and writes of the table meanwhile (acceptable for a"
                    + " small table or in a maintenance window)");
        }
        boolean checked = constraint instanceof Constraint.Check;
        return checked || !elsewhere(change, context)
                ? Optional.empty()
                : Optional.of("adding constraint " + name + UNKNOWN);
    }

    private static Optional<String> index(Change change, PlanContext context) {
        boolean built = change instanceof IndexChange.Create || change instanceof IndexChange.Replace;
        return built && elsewhere(change, context)
                ? Optional.of("building index " + change.path().display() + UNKNOWN)
                : Optional.empty();
    }

    /** Whether the table exists and may have externally managed partitions. */
    private static boolean elsewhere(Change change, PlanContext context) {
        QualifiedName table = change.path().owner();
        return context.before()
                .table(table)
                .flatMap(was -> context.after().table(table))
                .flatMap(Table::partitioning)
                .filter(Partitioning::managedExternally)
                .isPresent();
    }
}
