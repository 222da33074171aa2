package dev.tenon.runtime.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Endurance;
import dev.tenon.runtime.MigrationsFolder;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.schema.change.ChangeCase;
import dev.tenon.schema.change.ChangeCases;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.generate.MigrationText;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * While a change runs, no statement of an application fails that is valid before and after it, except for a lock
 * timeout. After each committed step and batch, the change waits until every statement was executed again.
 */
class TrafficDuringChangeTest {

    private static final int EVERY = 4;

    @TempDir
    private Path temporary;

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void statementsThatAreValidBeforeAndAfterDoNotFail(ChangeCase change) throws SQLException, InterruptedException {
        MigrationDraft draft = change.draft();
        MigrationsFolder folder = ChangeDatabase.first(change, temporary);
        folder.add("change", MigrationText.write("change", draft.steps()), draft.snapshot());
        TrafficStatements statements = TrafficStatements.of(change);
        try (Scratch scratch = ChangeDatabase.before(change, 18, temporary);
                TrafficClient reader = new TrafficClient(scratch, statements.reads());
                TrafficClient writer = new TrafficClient(scratch, statements.writes())) {
            reader.awaitRound();
            writer.awaitRound();
            Tenon.configure()
                    .dataSource(scratch.database().dataSource())
                    .migrations(temporary)
                    .listener(event -> {
                        if (event instanceof MigrationEvent.StepDone || event instanceof MigrationEvent.BatchDone) {
                            reader.awaitRound();
                            writer.awaitRound();
                        }
                    })
                    .load()
                    .migrate();
            assertThat(reader.end()).isEmpty();
            assertThat(writer.end()).isEmpty();
            assertThat(reader.statements()).isPositive();
        }
    }

    /** Returns all cases in an endurance run, and otherwise a part of them. */
    static Stream<ChangeCase> cases() {
        List<ChangeCase> all = ChangeCases.all().stream()
                .filter(change -> change.draft().findings().isEmpty())
                .toList();
        return IntStream.range(0, all.size())
                .filter(i -> Endurance.ASKED || i % EVERY == 1)
                .mapToObj(all::get);
    }
}
