package dev.tenon.schema.internal.generate;

import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.SchemaDiff;
import dev.tenon.schema.internal.diff.rename.DeclaredRenames;
import dev.tenon.schema.internal.hazard.HazardCheck;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.plan.PlannedChanges;
import dev.tenon.schema.internal.plan.Planner;
import dev.tenon.schema.internal.plan.StoredResults;
import dev.tenon.schema.internal.plan.statement.Step;
import dev.tenon.schema.internal.rule.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A migration that is not written yet.
 *
 * @param changes the changes; empty if there are none
 * @param findings the findings of the change rules; nothing is written while there are any
 * @param steps its steps; empty while there are findings
 * @param snapshot the schema after it
 */
public record MigrationDraft(List<Change> changes, List<Finding> findings, List<Step> steps, Schema snapshot) {

    public MigrationDraft {
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
        steps = List.copyOf(steps);
    }

    /**
     * Drafts the migration from one schema to what classes need.
     *
     * @param newest the schema after the newest migration
     * @param compiled the compiled snapshot of the classes
     * @param accepted the acceptance tokens, exactly as findings print them
     */
    public static MigrationDraft of(Schema newest, CompiledSnapshot compiled, Set<String> accepted) {
        DeclaredRenames renames = DeclaredRenames.between(newest, compiled.schema(), compiled.hints());
        Schema after = PhysicalColumnOrder.align(
                new PlanContext(renames.renamed(), compiled.schema(), compiled.hints(), renames.changes()));
        List<Change> changes = new ArrayList<>(renames.changes());
        changes.addAll(SchemaDiff.between(renames.renamed(), after));
        PlanContext context = new PlanContext(renames.renamed(), after, compiled.hints(), renames.changes());
        List<Change> all = StoredResults.with(changes, context, accepted);
        List<Finding> findings = HazardCheck.check(all, context, accepted);
        if (changes.isEmpty() || !findings.isEmpty()) {
            return new MigrationDraft(changes, findings, List.of(), after);
        }
        PlannedChanges planned = PlannedChanges.of(all, context);
        List<Finding> further = List.of();
        if (!planned.context().equals(context)) {
            Set<String> moved =
                    MovedTokens.of(accepted, planned.context().renames());
            planned = planned.withStoredResults(moved);
            further = HazardCheck.check(planned.changes(), planned.context(), moved);
        }
        if (!further.isEmpty()) {
            return new MigrationDraft(changes, further, List.of(), after);
        }
        List<Step> steps = Planner.plan(planned.changes(), planned.context());
        List<Finding> impossible = ImpossiblePlan.findings(steps, planned.changes(), planned.context());
        return new MigrationDraft(changes, impossible, impossible.isEmpty() ? steps : List.of(), after);
    }

    /** Whether there is anything to migrate. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Every statement with its locks on existing tables, for reviewers of the migration. */
    public List<String> notes() {
        return steps.stream()
                .flatMap(step -> step.statements().stream())
                .map(statement ->
                        (statement.hazard().isEmpty() ? "no lock" : statement.hazard()) + ": " + statement.sql())
                .toList();
    }

    /** A short summary of the changes, for example {@code column plan.notes and 2 more changes}. */
    public String summary() {
        if (changes.isEmpty()) {
            return "no change";
        }
        int more = changes.size() - 1;
        String first = changes.get(0).path().toString();
        return switch (more) {
            case 0 -> first;
            case 1 -> first + " and " + changes.get(1).path();
            default -> first + " and " + more + " more changes";
        };
    }
}
