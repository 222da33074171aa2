package dev.tenon.runtime.internal.step;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.history.HistoryRow;
import dev.tenon.runtime.internal.history.StepState;
import dev.tenon.runtime.migrate.MigrationEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Determines the outcome of a COMMIT whose reply was lost, by {@code pg_xact_status}; the history must agree.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-PG-SNAPSHOT">pg_xact_status</a>
 */
public final class InDoubtCommits {

    private InDoubtCommits() {}

    /**
     * Resolves the commit. Call it under the lock, after the committing session has ended.
     *
     * @param rows the current history
     */
    public static void resolve(
            InDoubtCommitException unknown,
            List<HistoryRow> rows,
            Connection connection,
            Consumer<MigrationEvent> events)
            throws SQLException {
        boolean entered =
                rows.stream().anyMatch(row -> row.step().equals(unknown.step()) && row.state() == StepState.DONE);
        String status = status(unknown, connection);
        boolean agrees = status.equals("committed") ? entered : !(status.equals("aborted") && entered);
        if (!agrees) {
            throw new Fault(
                            FaultCode.HISTORY_UNREADABLE,
                            "the server says that transaction " + unknown.xid() + " of " + unknown.step() + " is "
                                    + status + ", which contradicts tenon.history",
                            "find out what else changes that table, or whether a failover lost transactions")
                    .exception();
        }
        events.accept(new MigrationEvent.CommitResolved(unknown.step(), entered));
    }

    /** Returns the status on the server. After a failover it may be unknown; then the history decides. */
    private static String status(InDoubtCommitException unknown, Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT coalesce(pg_xact_status(?::xid8), 'unknown')")) {
            query.setString(1, unknown.xid());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException refused) {
            if (refused.getSQLState() != null && refused.getSQLState().equals("22023")) {
                return "unknown";
            }
            throw refused;
        }
    }
}
