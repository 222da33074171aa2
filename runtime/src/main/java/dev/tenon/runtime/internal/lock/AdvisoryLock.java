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
 * A session-level advisory lock. Advisory locks are per database, so the keys are constants, which the name of the
 * history's schema changes: migrators of different histories do not wait for each other. Sessions poll for them
 * instead of waiting in the server: a waiting session holds a snapshot, for which CREATE INDEX CONCURRENTLY would
 * wait.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">Advisory Locks</a>
 */
public final class AdvisoryLock {

    /** "TENO" in ASCII. */
    private static final int SPACE = 0x54454E4F;

    private static final String HOLDER = """
            SELECT l.pid, coalesce(a.usename, ''), coalesce(a.application_name, ''), coalesce(host(a.client_addr), ''),
                a.backend_start
            FROM pg_catalog.pg_locks l
            LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
            WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2 AND l.classid = ? AND l.objid::int8::bit(32)::int = ?
              AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())""";

    private static final int MIGRATION = 1;
    private static final int WORK = 2;

    /** The keys of other histories are multiples of this, plus those of the default history. */
    private static final int KEYS = 4;

    private static final String DEFAULT_HISTORY = "tenon";

    private final String history;
    private final int key;

    private AdvisoryLock(String history, int key) {
        this.history = history;
        this.key = key;
    }

    /**
     * Held by the migrator of a history, on its own connection.
     *
     * @param history the name of the history's schema
     */
    public static AdvisoryLock migration(String history) {
        return new AdvisoryLock(history, MIGRATION);
    }

    /**
     * Held by the session that runs the statements, because the server may keep running them after the client has died.
     *
     * @param history the name of the history's schema
     */
    public static AdvisoryLock work(String history) {
        return new AdvisoryLock(history, WORK);
    }

    /** Returns the lock of the session that runs the statements, for the same history. */
    AdvisoryLock work() {
        return work(history);
    }

    /** Two histories with the same key only wait for each other. */
    private int objectId() {
        return history.equals(DEFAULT_HISTORY) ? key : history.hashCode() * KEYS + key;
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
            statement.setInt(2, objectId());
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
            statement.setInt(2, objectId());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
