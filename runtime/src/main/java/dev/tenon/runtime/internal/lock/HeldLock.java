package dev.tenon.runtime.internal.lock;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.migrate.LockHolder;
import dev.tenon.runtime.migrate.MigrationEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A session that holds a lock. Closing it releases the lock and the connection. */
public final class HeldLock implements AutoCloseable {

    private final AdvisoryLock lock;
    private final Session session;

    private HeldLock(AdvisoryLock lock, Session session) {
        this.lock = lock;
        this.session = session;
    }

    /**
     * Takes the lock; polls until it is free. Closes the session on failure.
     *
     * @throws dev.tenon.runtime.fault.FaultException if another session holds it until the timeout
     * @throws SQLException if the connection is lost
     */
    public static HeldLock take(AdvisoryLock lock, Session session, Duration timeout, Consumer<MigrationEvent> events)
            throws SQLException {
        try {
            Backoff backoff = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1), timeout);
            boolean told = false;
            while (!lock.tryTake(session)) {
                Optional<LockHolder> holder = lock.holder(session);
                if (backoff.isOver()) {
                    throw fault(holder, timeout).exception();
                }
                if (!told) {
                    events.accept(new MigrationEvent.LockAwaited(holder));
                    told = true;
                }
                backoff.pause();
            }
            return new HeldLock(lock, session);
        } catch (SQLException | RuntimeException refused) {
            session.close();
            throw refused;
        }
    }

    private static Fault fault(Optional<LockHolder> holder, Duration timeout) {
        Map<String, String> facts = new LinkedHashMap<>();
        holder.ifPresent(locker -> {
            facts.put("holderPid", Integer.toString(locker.pid()));
            facts.put("holderUser", locker.user());
            facts.put("holderApplication", locker.application());
            facts.put("holderHost", locker.host());
            locker.since().ifPresent(since -> facts.put("holderSince", since.toString()));
        });
        return new Fault(
                FaultCode.LOCKED,
                "another migrator held the lock for " + timeout.toSeconds() + " s"
                        + holder.map(locker -> ": " + locker).orElse(""),
                "wait until it finishes and try again, or raise --lock-timeout"
                        + holder.map(locker -> "; if it hangs: SELECT pg_terminate_backend(" + locker.pid() + ")")
                                .orElse(""),
                facts);
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
