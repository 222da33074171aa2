package dev.tenon.schema.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.generate.MigrationText;
import dev.tenon.schema.internal.plan.statement.Lock;
import dev.tenon.schema.internal.plan.statement.LockLevel;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.StatementCost;
import dev.tenon.schema.internal.plan.statement.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Diff, hazards and planner, without a server: each kind of change has a case, whose golden file contains the planned
 * statements or the finding that rejects the change. The tests of the runtime run these migrations on servers.
 */
class PlannedChangeTest {

    private static final Path FOLDER = Path.of("src/test/golden/change");
    private static final Set<StatementCost> LONG =
            Set.of(StatementCost.SCAN, StatementCost.BUILD, StatementCost.ROWS, StatementCost.MOVE);

    static final Iterable<ChangeCase> CASES = ChangeCases.all();

    @ParameterizedTest
    @FieldSource("CASES")
    void theMigrationIsTheGolden(ChangeCase change) throws IOException {
        MigrationDraft draft = change.draft();
        String text = draft.findings().isEmpty()
                ? MigrationText.write("0002_" + change.name(), draft.steps())
                : draft.findings().stream()
                        .map(finding -> "-- refused, " + finding.code() + ": " + finding.message() + "\n")
                        .collect(Collectors.joining());
        Path golden = FOLDER.resolve(change.name() + ".sql");
        if ("write".equals(System.getProperty("tenon.golden"))) {
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    @Test
    void everyKindOfChangeHasACase() {
        Set<String> planned = ChangeCases.all().stream()
                .map(ChangeCase::draft)
                .flatMap(draft -> Stream.concat(
                        draft.changes().stream(),
                        draft.steps().stream()
                                .flatMap(step -> step.statements().stream())
                                .map(Statement::change)))
                .map(change -> change.getClass().getName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> possible = Arrays.stream(Change.class.getPermittedSubclasses())
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .map(Class::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(planned).containsExactlyElementsOf(possible);
    }

    @Test
    void namesOfCasesAreTheNamesOfGoldens() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(ChangeCases.all().stream()
                            .map(change -> change.name() + ".sql")
                            .toList());
        }
    }

    /**
     * A step holds its locks until it commits, so a strong lock must come after the last long statement. Rewrites are
     * excluded, because they need acceptance.
     */
    @ParameterizedTest
    @FieldSource("CASES")
    void nobodyWaitsForAStepThatGrowsWithTheRows(ChangeCase change) {
        for (Step step : change.draft().steps()) {
            List<Lock> held = new ArrayList<>();
            for (Statement statement : step.statements()) {
                held.addAll(statement.locks());
                if (LONG.contains(statement.cost())) {
                    assertThat(held).isNotEmpty().noneMatch(lock -> lock.level().compareTo(LockLevel.SHARE) >= 0);
                }
            }
        }
    }
}
