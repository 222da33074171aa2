package dev.tenon.runtime.internal.rowsecurity;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.history.HistorySchema;
import dev.tenon.runtime.internal.history.UnforcedTables;
import dev.tenon.runtime.internal.lock.Backoff;
import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.internal.session.SqlStates;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stops forcing row-level security on tables of the migrator, so that it sees their rows, and forces it again. Other roles
 * are limited all the time. Each change is a short transaction of its own; the history says before the first one which
 * tables are to be forced again, so that the next run does it after an interruption.
 */
public final class ForcedSecurity {

    private static final String ALTER = "ALTER TABLE ";

    private final HistorySchema history;
    private final Session session;
    private final Duration lockTimeout;
    private final Duration retryFor;
    private final Consumer<MigrationEvent> events;

    /**
     * @param history the schema of the history
     * @param session the session for the statements, in no transaction
     * @param lockTimeout how long other sessions wait behind one attempt
     * @param retryFor how long to try again after lock timeouts
     * @param events receives the events
     */
    public ForcedSecurity(
            HistorySchema history,
            Session session,
            Duration lockTimeout,
            Duration retryFor,
            Consumer<MigrationEvent> events) {
        this.history = history;
        this.session = session;
        this.lockTimeout = lockTimeout;
        this.retryFor = retryFor;
        this.events = events;
    }

    /** Stops forcing it on the tables, which the role owns. */
    void lift(List<HiddenTable> tables) throws SQLException {
        session.reset();
        for (HiddenTable table : tables) {
            UnforcedTables.enter(history, session.connection(), table.relation());
        }
        for (HiddenTable table : tables) {
            Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5), retryFor);
            SQLException refused = attempts(table.relation(), table.name(), "NO FORCE", backoff);
            if (refused != null) {
                throw notLifted(table.name(), refused).exception(refused);
            }
        }
        events.accept(new MigrationEvent.RowSecurityUnforced(
                tables.stream().map(HiddenTable::name).toList()));
    }

    /**
     * Forces it again on all tables that the history names.
     *
     * @throws dev.tenon.runtime.fault.FaultException if other sessions hold the locks of one for too long
     * @throws SQLException if the connection is lost
     */
    public void restore() throws SQLException {
        List<UnforcedTables.Entry> entries = UnforcedTables.read(history, session.connection());
        List<QualifiedName> forced = new ArrayList<>();
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5), retryFor);
        List<Fault> faults = new ArrayList<>();
        for (UnforcedTables.Entry each : entries) {
            SQLException refused = attempts(each.relation(), each.name(), "FORCE", backoff);
            if (refused == null) {
                forced.add(each.name());
            } else {
                faults.add(notForced(each.name(), refused));
            }
        }
        if (!forced.isEmpty()) {
            events.accept(new MigrationEvent.RowSecurityForced(forced));
        }
        if (!faults.isEmpty()) {
            throw Fault.joined(faults).exception();
        }
        UnforcedTables.clear(history, session.connection());
    }

    /** Returns the error of the last attempt; null if one succeeded. */
    private @Nullable SQLException attempts(long relation, QualifiedName table, String force, Backoff backoff)
            throws SQLException {
        while (true) {
            try {
                attempt(relation, table, force);
                return null;
            } catch (SQLException refused) {
                if (SqlStates.isConnectionLoss(refused)) {
                    throw refused;
                }
                session.rollback(refused);
                if (!SqlStates.isContention(refused) || backoff.isOver()) {
                    return refused;
                }
                backoff.pause();
            }
        }
    }

    private void attempt(long relation, QualifiedName table, String force) throws SQLException {
        session.reset();
        Connection connection = session.connection();
        connection.setAutoCommit(false);
        session.execute("SET LOCAL lock_timeout = " + lockTimeout.toMillis());
        session.execute(ALTER + Identifier.quote(table) + " " + force + " ROW LEVEL SECURITY");
        if (force.equals("FORCE")) {
            UnforcedTables.delete(history, connection, relation);
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static Fault notLifted(QualifiedName table, SQLException refused) {
        return new Fault(
                FaultCode.STEP_GAVE_UP,
                "the rows of " + table + " are hidden by forced row-level security, which could not be lifted: "
                        + SqlStates.message(refused),
                "find the transactions that hold the lock in pg_stat_activity, then run the command again; or give the"
                        + " migrator a policy",
                Map.of("table", table.toString()));
    }

    private static Fault notForced(QualifiedName table, SQLException refused) {
        return new Fault(
                FaultCode.FORCE_NOT_RESTORED,
                "row-level security could not be forced again on " + table + ": " + SqlStates.message(refused),
                "find the transactions that hold the lock in pg_stat_activity, then run 'tenon migrate' again, which"
                        + " begins with it",
                Map.of("table", table.toString()));
    }
}
