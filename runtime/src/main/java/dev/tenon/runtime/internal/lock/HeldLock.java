package dev.tenon.runtime.internal.lock;

import dev.tenon.runtime.internal.session.Session;
import java.sql.SQLException;

/** A session that holds a lock. Closing it releases the lock and the connection. */
public final class HeldLock implements AutoCloseable {

    private final AdvisoryLock lock;
    private final Session session;

    private HeldLock(AdvisoryLock lock, Session session) {
        this.lock = lock;
        this.session = session;
    }

    /**
     * Takes the lock; waits for it while its holder makes progress. Closes the session on failure.
     *
     * @throws dev.tenon.runtime.fault.FaultException if another session holds it and makes no progress until the
     *     timeout
     * @throws SQLException if the connection is lost
     */
    public static HeldLock take(AdvisoryLock lock, Session session, LockWait wait) throws SQLException {
        try {
            if (!lock.tryTake(session)) {
                new LockWaiter(lock, session, wait).await();
            }
            return new HeldLock(lock, session);
        } catch (SQLException | RuntimeException refused) {
            session.close();
            throw refused;
        }
    }

    /** The lock that the session holds. */
    public AdvisoryLock lock() {
        return lock;
    }

    public Session session() {
        return session;
    }

    @Override
    public void close() {
        try {
            lock.release(session);
        } catch (SQLException gone) {
            // The lock ends with its session, and close() reports the lost connection.
        } finally {
            session.close();
        }
    }
}
