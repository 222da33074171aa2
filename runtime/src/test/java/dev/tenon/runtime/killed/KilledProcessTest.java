package dev.tenon.runtime.killed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * One process after the other goes on where the last one was killed, by SIGKILL, and is killed at the next write to the
 * history, before and after it; in the end the database is as one process alone would leave it.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class KilledProcessTest {

    /** Eighteen steps and their batches, of which there are more on a slow server, have so many places at least. */
    private static final int PLACES = Endurance.ASKED ? 90 : 20;

    @TempDir
    private Path temp;

    @Test
    void everyStepIsAppliedOnceWhereverAProcessIsKilled() throws Exception {
        Path migrations = Operations.migrations(temp.resolve("migrations"));
        Path places = Files.createFile(temp.resolve("places"));
        try (TestDatabase database = DevPostgres.shared().database();
                TestDatabase usual = DevPostgres.shared().database()) {
            Operations.migrate(usual, migrations);
            MigratorProcess next = new MigratorProcess();
            String answer;
            do {
                try (MigratorProcess process = next) {
                    process.begin(database, migrations, places);
                    next = new MigratorProcess();
                    answer = process.answer();
                    process.kill();
                }
                assertThat(answer).matches("(at|done) .*");
            } while (answer.startsWith("at"));
            next.close();

            assertThat(Fingerprint.of(database)).isEqualTo(Fingerprint.of(usual));
            assertThat(Files.readAllLines(places)).hasSizeGreaterThan(PLACES);
        }
    }
}
