package dev.tenon.runtime.internal.lock;

import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.migrate.LockHolder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A session-level advisory lock. Advisory locks are per database, so the keys are constants. Sessions poll for them
 * instead of waiting in the server: a waiting session holds a snapshot, for which CREATE INDEX CONCURRENTLY would
 * wait.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">Advisory Locks</a>
 */
public enum AdvisoryLock {
    /** Held by the migrator, on its own connection. */
    MIGRATION(1),
    /**
     * Held by the session that runs the statements, because the server may keep running them after the client has died.
     */
    WORK(2);

    /** "TENO" in ASCII. */
    private static final int SPACE = 0x54454E4F;

    private static final String HOLDER = """
            SELECT l.pid, coalesce(a.usename, ''), coalesce(a.application_name, ''), coalesce(host(a.client_addr), ''),
                a.backend_start
            FROM pg_catalog.pg_locks l
            LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
            WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2 AND l.classid = ? AND l.objid = ?
              AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())""";

    private final int key;

    AdvisoryLock(int key) {
        this.key = key;
    }

    /** Takes the lock if it is free. */
    boolean tryTake(Session session) throws SQLException {
        return call("SELECT pg_catalog.pg_try_advisory_lock(?, ?)", session.connection());
    }

    /** Releases the lock; returns false if the session does not hold it. */
    boolean release(Session session) throws SQLException {
        return call("SELECT pg_catalog.pg_advisory_unlock(?, ?)", session.connection());
    }

    /** Returns the holder of the lock, if any. */
    public Optional<LockHolder> holder(Session session) throws SQLException {
        try (PreparedStatement statement = session.connection().prepareStatement(HOLDER)) {
            statement.setInt(1, SPACE);
            statement.setInt(2, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new LockHolder(
                                row.getInt(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                Optional.ofNullable(row.getObject(5, OffsetDateTime.class))))
                        : Optional.empty();
            }
        }
    }

    private boolean call(String sql, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, SPACE);
            statement.setInt(2, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
