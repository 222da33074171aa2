package dev.tenon.runtime.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Endurance;
import dev.tenon.runtime.Scratch;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Schema;
import dev.tenon.schema.StepMode;
import dev.tenon.schema.change.ChangeCase;
import dev.tenon.schema.change.ChangeCases;
import dev.tenon.schema.change.Plans;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.Step;
import dev.tenon.schema.internal.rule.Finding;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The migration of each kind of change runs on a table with rows, preserves them, and leads to the schema of the
 * entities, so that nothing is left to generate. The build uses one version of PostgreSQL for each change, an endurance
 * run all.
 */
class AppliedChangeTest {

    private static final List<Integer> VERSIONS = List.of(15, 16, 17, 18);

    @ParameterizedTest(name = "{0} on PostgreSQL {1}")
    @MethodSource("casesAndVersions")
    void theMigrationLeadsToTheSchemaOfTheEntities(ChangeCase change, int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            MigrationDraft first = MigrationDraft.of(
                    Schema.EMPTY, new CompiledSnapshot(change.before(), change.hints(), Map.of()), Set.of());
            apply(scratch, first);
            scratch.execute(Plans.ROWS);
            MigrationDraft draft = change.draft();
            apply(scratch, draft);
            AppliedChangeCheck.check(change, draft, scratch);
        }
    }

    private static void apply(Scratch scratch, MigrationDraft draft) {
        assertThat(draft.findings()).extracting(Finding::message).isEmpty();
        for (Step step : draft.steps()) {
            boolean together = step.mode() == StepMode.TRANSACTION;
            scratch.executeAsIs(together ? "BEGIN" : "");
            for (Statement statement : step.statements()) {
                scratch.executeAsIs(statement.sql());
            }
            scratch.executeAsIs(together ? "COMMIT" : "");
        }
    }

    static Stream<Arguments> casesAndVersions() {
        List<ChangeCase> planned = ChangeCases.all().stream()
                .filter(change -> change.draft().findings().isEmpty())
                .toList();
        return IntStream.range(0, planned.size())
                .boxed()
                .flatMap(i ->
                        Endurance.allOrOne(VERSIONS, i).stream().map(version -> Arguments.of(planned.get(i), version)));
    }
}
