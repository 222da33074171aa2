package dev.tenon.runtime.internal.step;

import dev.tenon.runtime.internal.lock.AdvisoryLock;
import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.migrate.LockHolder;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The progress of the session that runs the statements, as the server reports it.
 *
 * @param phase the phase of an index build as PostgreSQL names it; empty for other statements
 * @param done the completed part of the phase
 * @param total the total; 0 if the server does not report it
 * @param awaited the sessions that it waits for; empty if none
 * @see <a href="https://www.postgresql.org/docs/current/progress-reporting.html#CREATE-INDEX-PROGRESS-REPORTING">CREATE
 *     INDEX Progress Reporting</a>
 */
record ServerProgress(String phase, long done, long total, String awaited) {

    static final ServerProgress UNKNOWN = new ServerProgress("", 0, 0, "");

    private static final String SQL = """
            SELECT coalesce(p.phase, ''),
                p.blocks_done, p.blocks_total, p.tuples_done, p.tuples_total, p.lockers_done, p.lockers_total,
                coalesce((
                    SELECT string_agg(b.pid || coalesce(' (' || nullif(b.application_name, '') || ')', ''), ', ')
                    FROM pg_catalog.pg_stat_activity b
                    WHERE b.pid = p.current_locker_pid OR b.pid = ANY (pg_catalog.pg_blocking_pids(a.pid))), '')
            FROM pg_catalog.pg_stat_activity a
            LEFT JOIN pg_catalog.pg_stat_progress_create_index p ON p.pid = a.pid
            WHERE a.pid = ?""";

    /** Reads the progress over an idle session; empty if no statement runs. */
    static Optional<ServerProgress> of(Session session) throws SQLException {
        Optional<LockHolder> worker = AdvisoryLock.WORK.holder(session);
        if (worker.isEmpty()) {
            return Optional.empty();
        }
        try (PreparedStatement statement = session.connection().prepareStatement(SQL)) {
            statement.setInt(1, worker.get().pid());
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
        return new ServerProgress(row.getString(1), row.getLong(counted), row.getLong(counted + 1), row.getString(8));
    }
}
