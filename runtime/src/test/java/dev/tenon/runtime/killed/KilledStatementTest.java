package dev.tenon.runtime.killed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.killed.Operations.Operation;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Processes die during a statement outside a transaction, which the server may continue or leave partial. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class KilledStatementTest {

    private static final String OTHERS = " FROM pg_stat_activity WHERE datname = current_database()"
            + " AND backend_type = 'client backend' AND pid <> pg_backend_pid() AND application_name = 'tenon'";

    @TempDir
    private Path temp;

    static List<Operation> operations() {
        return Operations.ALL;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theProcessIsKilledInTheMiddleOf(Operation operation) throws Exception {
        killed(operation, database -> {});
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theServersProcessIsEndedInTheMiddleOf(Operation operation) throws Exception {
        killed(operation, database -> {
            await(database, "SELECT count(pg_terminate_backend(pid, 5000)) * 0" + OTHERS, 0);
            await(database, "SELECT count(*)" + OTHERS, 0);
        });
    }

    /** The fate of the server processes that the killed process leaves. */
    private interface Aftermath {
        void happen(TestDatabase database) throws Exception;
    }

    private void killed(Operation operation, Aftermath aftermath) throws Exception {
        Path migrations = Operations.migrations(temp.resolve("migrations"), operation);
        try (TestDatabase database = prepared();
                MigratorProcess process = new MigratorProcess()) {
            try (Connection blocker = blocked(database, operation)) {
                process.begin(database, migrations);
                await(database, "SELECT count(*)" + OTHERS + " AND wait_event_type = 'Lock' AND state = 'active'", 1);
                process.kill();
                aftermath.happen(database);
                blocker.rollback();
            }
            assertSameResult(database, migrations, operation);
        }
    }

    private void assertSameResult(TestDatabase database, Path migrations, Operation operation) throws SQLException {
        Operations.migrate(database, migrations);
        try (TestDatabase expected = prepared()) {
            Operations.migrate(expected, migrations);
            assertThat(Fingerprint.of(database)).as(operation.sql()).isEqualTo(Fingerprint.of(expected));
        }
    }

    private TestDatabase prepared() throws SQLException {
        return DevPostgres.shared()
                .template(
                        "operations",
                        empty -> Operations.migrate(
                                empty, Operations.begin(temp.resolve("begin")).path()));
    }

    private static Connection blocked(TestDatabase database, Operation operation) throws SQLException {
        Connection blocker = database.connection();
        blocker.setAutoCommit(false);
        try (Statement statement = blocker.createStatement()) {
            statement.execute(operation.blocker());
        }
        return blocker;
    }

    private static void await(TestDatabase database, String query, int wanted) throws Exception {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            while (true) {
                try (ResultSet row = statement.executeQuery(query)) {
                    row.next();
                    if (row.getInt(1) == wanted) {
                        return;
                    }
                }
                Thread.sleep(10);
            }
        }
    }
}
