package dev.tenon.runtime.evolution;

import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.diff.rename.DeclaredRenames;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.plan.PlanSimulator;
import dev.tenon.schema.internal.plan.PlannedChanges;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The plan between the schemas of a pair, with what its simulation needs.
 *
 * @param before the schema before, as its own migration left it
 * @param draft the planned migration
 * @param context the context of the plan
 */
record SimulatedPair(Schema before, MigrationDraft draft, PlanContext context) {

    static SimulatedPair of(SchemaPair pair) {
        Schema before = creation(pair).snapshot();
        PairPlan plan = PairPlan.between(pair.before(), pair.after());
        MigrationDraft draft = MigrationDraft.of(before, plan.compiled(), plan.accepted());
        DeclaredRenames renames = DeclaredRenames.between(
                before, plan.compiled().schema(), plan.compiled().hints());
        PlanContext declared =
                new PlanContext(renames.renamed(), draft.snapshot(), plan.compiled().hints(), renames.changes());
        return new SimulatedPair(
                before, draft, PlannedChanges.of(draft.changes(), declared).context());
    }

    /** The migration that creates the schema before. */
    static MigrationDraft creation(SchemaPair pair) {
        return MigrationDraft.of(
                Schema.EMPTY, new CompiledSnapshot(pair.before(), MigrationHints.NONE, Map.of()), Set.of());
    }

    List<Statement> statements() {
        return statements(draft);
    }

    static List<Statement> statements(MigrationDraft draft) {
        return draft.steps().stream().flatMap(step -> step.statements().stream()).toList();
    }

    /** The problems of a plan, each statement of which commits; the number of a step is that of its statement. */
    List<PlanSimulator.Problem> problems(List<Statement> statements) {
        return PlanSimulator.problems(
                statements.stream()
                        .map(statement -> new Step(statement.mode(), List.of(statement)))
                        .toList(),
                context);
    }
}
