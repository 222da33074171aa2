package dev.tenon.runtime.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.generate.MigrationText;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.Step;
import dev.tenon.schema.internal.rule.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of change has its migration beside it, which on every version runs over rows, leaves all of them, makes what
 * the entities need and leaves nothing to draft. What cannot be done has its refusal there. The newest version is
 * {@link KilledChangeTest}'s.
 */
class ChangeGoldenTest {

    private static final Path FOLDER = Path.of("src/test/golden/change");

    @ParameterizedTest
    @MethodSource("cases")
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

    @ParameterizedTest(name = "{0} on PostgreSQL {1}")
    @MethodSource("casesAndVersions")
    void theMigrationMakesWhatIsNeeded(ChangeCase change, int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            MigrationDraft first = MigrationDraft.of(
                    Schema.EMPTY, new CompiledSnapshot(change.before(), change.hints(), Map.of()), Set.of());
            apply(scratch, first);
            scratch.execute(Plans.ROWS);
            MigrationDraft draft = change.draft();
            apply(scratch, draft);
            Made.check(change, draft, scratch);
        }
    }

    private static void apply(Scratch scratch, MigrationDraft draft) {
        assertThat(draft.findings()).extracting(Finding::message).isEmpty();
        for (Step step : draft.steps()) {
            for (Statement statement : step.statements()) {
                scratch.executeAsIs(statement.sql());
            }
        }
    }

    static List<ChangeCase> cases() {
        return ChangeCases.all();
    }

    static Stream<Arguments> casesAndVersions() {
        return cases().stream()
                .filter(change -> change.draft().findings().isEmpty())
                .flatMap(change -> Stream.of(15, 16, 17).map(version -> Arguments.of(change, version)));
    }
}
