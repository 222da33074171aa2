package dev.tenon.runtime.internal.lock;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.migrate.HolderActivity;
import dev.tenon.runtime.migrate.LockHolder;
import dev.tenon.runtime.migrate.MigrationEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Waits for a lock that another session holds, as long as that session makes progress. It polls instead of waiting in
 * the server: see {@link AdvisoryLock}.
 */
final class LockWaiter {

    /** The time between two reports. */
    private static final Duration REPORTS = Duration.ofSeconds(10);

    private final AdvisoryLock lock;
    private final Session session;
    private final LockWait wait;
    private long reported;

    LockWaiter(AdvisoryLock lock, Session session, LockWait wait) {
        this.lock = lock;
        this.session = session;
        this.wait = wait;
    }

    /**
     * Returns when the session has the lock.
     *
     * @throws dev.tenon.runtime.fault.FaultException if the holder makes no progress until the timeout
     * @throws SQLException if the connection is lost
     */
    void await() throws SQLException {
        Backoff backoff = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1), wait.timeout(), wait.pauses());
        HolderSighting last = look();
        report(last, Duration.ZERO);
        while (!backoff.isOver()) {
            backoff.pause();
            if (lock.tryTake(session)) {
                return;
            }
            HolderSighting now = look();
            if (now.isAfter(last)) {
                backoff.restart();
            }
            last = now;
            if (wait.pauses().nanoTime() - reported >= REPORTS.toNanos()) {
                report(now, backoff.waited());
            }
        }
        throw fault(last).exception();
    }

    private HolderSighting look() throws SQLException {
        return HolderSighting.of(lock, session, wait.positions());
    }

    private void report(HolderSighting seen, Duration idle) {
        reported = wait.pauses().nanoTime();
        wait.events().accept(new MigrationEvent.LockAwaited(seen.holder(), seen.activity(), idle, wait.timeout()));
    }

    private Fault fault(HolderSighting last) {
        Optional<LockHolder> holder = last.holder();
        HolderActivity activity = last.activity();
        String who = holder.map(locker -> ": " + locker).orElse("") + activity;
        String end = holder.map(locker -> "; if it hangs: SELECT pg_terminate_backend(" + locker.pid() + ")")
                .orElse("");
        return new Fault(
                FaultCode.LOCKED,
                "another migrator held the lock for " + wait.timeout().toSeconds() + " s without progress" + who,
                (activity.awaited().isEmpty()
                                ? "wait until it finishes and try again"
                                : "end the transactions that it waits for and try again")
                        + ", or raise --lock-timeout" + end,
                facts(holder, activity));
    }

    private static Map<String, String> facts(Optional<LockHolder> holder, HolderActivity activity) {
        Map<String, String> facts = new LinkedHashMap<>();
        holder.ifPresent(locker -> {
            facts.put("holderPid", Integer.toString(locker.pid()));
            facts.put("holderUser", locker.user());
            facts.put("holderApplication", locker.application());
            facts.put("holderHost", locker.host());
            locker.since().ifPresent(since -> facts.put("holderSince", since.toString()));
        });
        activity.step().ifPresent(step -> facts.put("holderStep", step.toString()));
        if (!activity.awaited().isEmpty()) {
            facts.put("holderAwaits", activity.awaited());
        }
        return facts;
    }
}
