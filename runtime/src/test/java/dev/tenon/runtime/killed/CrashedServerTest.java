package dev.tenon.runtime.killed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Endurance;
import dev.tenon.runtime.MigrationResult;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * After a crash, the server loses only the last steps with their rows in the history, and the same run applies them
 * again.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CrashedServerTest {

    /** A crash takes more than a second, so the build uses only some. */
    private static final int EVERY = Endurance.ASKED ? 1 : 7;

    /** The server accepts connections but is still in recovery. */
    private static final String STARTING = "57P03";

    private final DevPostgres server = DevPostgres.durable();
    private final Set<String> places = new HashSet<>();
    private int crashes;
    private int lost;

    @TempDir
    private Path temp;

    @Test
    void oneRunCompletesAlthoughTheServerCrashesAtEveryStep() throws Exception {
        Path migrations = Operations.migrations(temp.resolve("migrations"));
        try (TestDatabase database = server.database();
                TestDatabase uninterrupted = server.database()) {
            Operations.migrate(uninterrupted, migrations);
            MigrationResult result = Tenon.configure()
                    .dataSource(database.dataSource())
                    .migrations(migrations)
                    .listener(event -> {
                        lost += event instanceof MigrationEvent.ConnectionLost ? 1 : 0;
                        if (isPlace(event)
                                && places.add(event.text().replaceAll(" in \\d+ ms", ""))
                                && places.size() % EVERY == 0) {
                            crash(database);
                        }
                    })
                    .load()
                    .migrate();

            assertThat(result.verification().clean()).isTrue();
            assertThat(crashes).isGreaterThan(Endurance.ASKED ? 30 : 4);
            assertThat(lost).as("connections lost in %d crashes", crashes).isPositive();
            assertThat(Fingerprint.of(database))
                    .as("after %d crashes", crashes)
                    .isEqualTo(Fingerprint.of(uninterrupted));
        }
    }

    private static boolean isPlace(MigrationEvent event) {
        return event instanceof MigrationEvent.StepBegun
                || event instanceof MigrationEvent.StepDone
                || event instanceof MigrationEvent.BatchDone;
    }

    /** A backend that kills itself makes the server reinitialize shared memory and restart. */
    private void crash(TestDatabase database) {
        String state;
        do {
            state = "";
            try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
                    Statement statement = connection.createStatement()) {
                statement.execute("COPY (SELECT 1) TO PROGRAM 'kill -9 $PPID'");
            } catch (SQLException expected) {
                state = String.valueOf(expected.getSQLState());
            }
        } while (state.equals(STARTING));
        assertThat(state).as("the server went away").startsWith("08");
        crashes++;
    }
}
