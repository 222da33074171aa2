package dev.tenon.runtime.internal.migrate;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.history.HistorySchema;
import dev.tenon.runtime.migrate.MigrationProgress;
import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.runtime.migrate.MigrationStatus;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.migrations.file.Migration;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/** Checks, before anything is changed, that the server can be migrated over this connection. */
public final class Preflight {

    /** PostgreSQL 15. */
    private static final int OLDEST = 150_000;

    private static final String QUERY = """
            SELECT current_setting('server_version_num')::int, current_setting('server_version'), pg_is_in_recovery(),
                current_setting('transaction_read_only') = 'on', pg_backend_pid()""";

    private Preflight() {}

    /**
     * Checks the server.
     *
     * @param pooledSessions whether to allow a connection pool in session mode
     * @throws dev.tenon.runtime.fault.FaultException if it cannot be migrated
     */
    public static void server(Connection connection, boolean pooledSessions) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            row.next();
            if (row.getInt(1) < OLDEST) {
                throw new Fault(
                                FaultCode.SERVER_TOO_OLD,
                                "the server is PostgreSQL " + row.getString(2),
                                "use PostgreSQL 15 or newer",
                                Map.of("serverVersion", row.getString(2)))
                        .exception();
            }
            if (row.getBoolean(3) || row.getBoolean(4)) {
                throw new Fault(
                                FaultCode.SERVER_READS_ONLY,
                                row.getBoolean(3) ? "the server is a standby" : "the server is read-only",
                                "connect to the primary")
                        .exception();
            }
            if (!pooledSessions && connection.isWrapperFor(PGConnection.class)) {
                pool(connection.unwrap(PGConnection.class).getBackendPID(), row.getInt(5));
            }
        }
    }

    /**
     * Checks that directory and database agree.
     *
     * @param outOfOrder whether a migration may be applied that is older than an applied one
     * @throws dev.tenon.runtime.fault.FaultException if they contradict each other
     */
    static void state(MigrationState state, boolean outOfOrder) {
        if (!state.faults().isEmpty()) {
            throw Fault.joined(state.faults()).exception();
        }
        state.migrations().stream()
                .filter(each -> each.progress() == MigrationProgress.ABANDONING)
                .findFirst()
                .ifPresent(each -> {
                    throw abandoning(each).exception();
                });
        if (!outOfOrder) {
            OutOfOrder.in(state).ifPresent(fault -> {
                throw fault.exception();
            });
        }
    }

    private static Fault abandoning(MigrationStatus status) {
        return new Fault(
                FaultCode.ABANDONING,
                "abandon of " + status.migration() + " is in progress",
                "run 'tenon abandon' again, which takes the rest of it back",
                Map.of("migration", status.migration().toString()));
    }

    /**
     * Checks the privileges of the role.
     *
     * @throws dev.tenon.runtime.fault.FaultException if they are not sufficient for the pending migrations, which lead
     *     to {@code target}
     */
    static void privileges(
            HistorySchema schema,
            Connection connection,
            Schema target,
            List<Migration> migrations,
            MigrationState state)
            throws SQLException {
        List<Fault> missing = new ArrayList<>(PrivilegeCheck.missing(schema, connection, target));
        missing.addAll(HiddenRows.find(migrations, state, connection));
        refuse(missing);
    }

    /**
     * Checks the privileges of the role for a database that already has all objects of {@code target}.
     *
     * @throws dev.tenon.runtime.fault.FaultException if they are not sufficient for later migrations
     */
    public static void privilegesToAdopt(HistorySchema schema, Connection connection, Schema target)
            throws SQLException {
        refuse(PrivilegeCheck.missingToAdopt(schema, connection, target));
    }

    private static void refuse(List<Fault> missing) {
        if (!missing.isEmpty()) {
            throw Fault.joined(missing).exception();
        }
    }

    private static void pool(int announced, int actual) {
        if (announced != actual) {
            throw new Fault(
                            FaultCode.POOLED_CONNECTION,
                            "connected through a pool such as PgBouncer (process " + announced + " was announced, "
                                    + actual + " answers), which loses locks and settings",
                            "connect to PostgreSQL directly, or through a pool in session mode with --pooled-sessions")
                    .exception();
        }
    }
}
