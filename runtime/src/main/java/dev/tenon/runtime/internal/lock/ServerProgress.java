package dev.tenon.runtime.internal.lock;

import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.migrate.LockHolder;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The progress of a session that runs statements, as the server reports it.
 *
 * @param phase the phase of an index build as PostgreSQL names it, or the label of the statement; empty for others
 * @param done the completed part of the phase
 * @param total the total; 0 if the server does not report it
 * @param awaited the sessions that it waits for; empty if none
 * @param running the statement that it executes; empty if it is idle, waits for a lock, its client or a standby, or the
 *     role may not see it
 * @see <a href="https://www.postgresql.org/docs/current/progress-reporting.html#CREATE-INDEX-PROGRESS-REPORTING">CREATE
 *     INDEX Progress Reporting</a>
 */
public record ServerProgress(String phase, long done, long total, String awaited, Optional<RunningStatement> running) {

    public static final ServerProgress UNKNOWN = new ServerProgress("", 0, 0, "", Optional.empty());

    private static final String SQL = """
            SELECT coalesce(p.phase, substring(a.query FROM ?), ''),
                p.blocks_done, p.blocks_total, p.tuples_done, p.tuples_total, p.lockers_done, p.lockers_total,
                coalesce((
                    SELECT string_agg(b.pid || coalesce(' (' || nullif(b.application_name, '') || ')', ''), ', ')
                    FROM pg_catalog.pg_stat_activity b
                    WHERE b.pid = p.current_locker_pid OR b.pid = ANY (pg_catalog.pg_blocking_pids(a.pid))), ''),
                coalesce(a.state = 'active' AND coalesce(a.wait_event_type, '') NOT IN ('Lock', 'Client')
                    AND coalesce(a.wait_event, '') <> 'SyncRep', false),
                a.xact_start::text, a.query_start::text
            FROM pg_catalog.pg_stat_activity a
            LEFT JOIN pg_catalog.pg_stat_progress_create_index p ON p.pid = a.pid
            WHERE a.pid = ?""";

    /** Reads the progress of the session that holds the lock, over an idle one; empty if no statement runs. */
    public static Optional<ServerProgress> of(AdvisoryLock work, Session session) throws SQLException {
        Optional<LockHolder> worker = work.holder(session);
        return worker.isEmpty() ? Optional.empty() : of(session, worker.get().pid());
    }

    /** Reads the progress of a server process; empty if it has ended. */
    static Optional<ServerProgress> of(Session session, int pid) throws SQLException {
        try (PreparedStatement statement = session.connection().prepareStatement(SQL)) {
            statement.setString(1, StatementLabel.PATTERN);
            statement.setInt(2, pid);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    /** Scanning counts blocks, loading counts rows, and waiting counts lockers. */
    private static ServerProgress read(ResultSet row) throws SQLException {
        int counted = 6;
        if (row.getLong(3) > 0 && row.getLong(2) < row.getLong(3)) {
            counted = 2;
        } else if (row.getLong(5) > 0) {
            counted = 4;
        }
        return new ServerProgress(
                row.getString(1), row.getLong(counted), row.getLong(counted + 1), row.getString(8), running(row));
    }

    private static Optional<RunningStatement> running(ResultSet row) throws SQLException {
        String transaction = row.getString(10);
        String statement = row.getString(11);
        return row.getBoolean(9) && transaction != null && statement != null
                ? Optional.of(new RunningStatement(transaction, statement))
                : Optional.empty();
    }
}
