package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** If the process dies at any call, the next one completes the work, and every step has run once. */
class InterruptedMigrationTest {

    /** More calls than a run makes. */
    private static final int ENOUGH = 500;

    /** Every eleventh call, with {@code -Dtenon.endurance=true} every one. */
    private static final int EVERY = Endurance.ASKED ? 1 : 11;

    private static final String DONE = """
            SELECT (SELECT string_agg(what, ',' ORDER BY what) FROM log) || ' '
                || (SELECT count(*) FROM customer WHERE rank = 1) || ' '
                || (SELECT count(*) FILTER (WHERE state = 'done') || ' of ' || count(*) FROM tenon.history)""";

    @TempDir
    private Path temp;

    /** A death before a call has the same effect as one after the previous call. */
    @Test
    void theProcessMayDieAfterAnyCall() throws SQLException {
        Path beginning = StepKinds.begin(temp.resolve("beginning")).path();
        Path migrations = StepKinds.write(temp.resolve("all")).path();
        int call = 1 - EVERY;
        String death;
        do {
            try (TestDatabase database = DevPostgres.shared()
                    .template(
                            "interrupted",
                            empty -> tenon(empty, beginning).load().migrate())) {
                death = death(database, migrations, call += EVERY);
                MigrationResult result = tenon(database, migrations).load().migrate();
                assertThat(result.after().isCurrent()).as(death).isTrue();
                assertThat(text(database)).as(death).isEqualTo("a,b,c 3000 9 of 9");
            }
        } while (!death.isEmpty() && call < ENOUGH);
        assertThat(call).as("calls that reach the server").isBetween(50, ENOUGH - 1);
    }

    /** Runs until the process dies after that call, and returns the call; empty if the run ends before it. */
    private static String death(TestDatabase database, Path migrations, int call) {
        AtomicInteger calls = new AtomicInteger();
        FailingSource failing = new FailingSource(database.dataSource(), reached -> calls.incrementAndGet() == call);
        try {
            tenon(database, migrations)
                    .dataSource(failing.dataSource())
                    .retryFor(Duration.ZERO)
                    .load()
                    .migrate();
            return "";
        } catch (FailingSource.Death death) {
            return "call " + call + ", " + death.getMessage();
        }
    }

    private static TenonConfig tenon(TestDatabase database, Path migrations) {
        return Tenon.configure()
                .dataSource(database.dataSource())
                .migrations(migrations)
                .listener(event -> {});
    }

    private static String text(TestDatabase database) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(DONE)) {
            row.next();
            return row.getString(1);
        }
    }
}
