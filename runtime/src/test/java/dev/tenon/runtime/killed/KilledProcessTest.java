package dev.tenon.runtime.killed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Endurance;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each process is killed by SIGKILL at the next write to the history, before and after it, and the next one continues.
 * At the end the database is the same as after a single process.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class KilledProcessTest {

    /** The minimum number of places: eighteen steps and their batches, of which a slow server has more. */
    private static final int PLACES = Endurance.ASKED ? 90 : 20;

    @TempDir
    private Path temp;

    @Test
    void everyStepIsAppliedOnceWhereverAProcessIsKilled() throws Exception {
        Path migrations = Operations.migrations(temp.resolve("migrations"));
        Path places = Files.createFile(temp.resolve("places"));
        try (TestDatabase database = DevPostgres.shared().database();
                TestDatabase expected = DevPostgres.shared().database()) {
            Operations.migrate(expected, migrations);
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

            assertThat(Fingerprint.of(database)).isEqualTo(Fingerprint.of(expected));
            assertThat(Files.readAllLines(places)).hasSizeGreaterThan(PLACES);
        }
    }
}
