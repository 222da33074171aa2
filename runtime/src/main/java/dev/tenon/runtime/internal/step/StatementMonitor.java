package dev.tenon.runtime.internal.step;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.lock.AdvisoryLock;
import dev.tenon.runtime.internal.lock.HeldLock;
import dev.tenon.runtime.internal.lock.ServerProgress;
import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.runtime.migrate.StepId;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Runs long statements on a worker thread and reports their progress and lock waits, polled over the otherwise idle
 * lock session.
 */
public final class StatementMonitor implements AutoCloseable {

    /** The time before the first progress query, and between queries. */
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final AdvisoryLock work;
    private final Session lead;
    private final Consumer<MigrationEvent> events;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread worker = new Thread(work, "tenon-statement");
        worker.setDaemon(true);
        return worker;
    });
    private boolean cannotQuery;

    /** Monitors the statements of one attempt, whose session holds {@code work}; {@code lead} must be idle. */
    public StatementMonitor(HeldLock work, Session lead, Consumer<MigrationEvent> events) {
        this.work = work.lock();
        this.lead = lead;
        this.events = events;
    }

    /**
     * Executes the statement.
     *
     * @throws SQLException as the driver reports it
     * @throws dev.tenon.runtime.fault.FaultException if the thread is interrupted; the statement is then cancelled
     */
    void execute(StepId step, Statement statement, String sql) throws SQLException {
        if (StatementClassifier.areShort(sql)) {
            statement.execute(sql);
            return;
        }
        Future<Boolean> running = thread.submit(() -> statement.execute(sql));
        try {
            await(step, running);
        } catch (RuntimeException refused) {
            end(statement, running, refused);
            throw refused;
        }
    }

    private void await(StepId step, Future<Boolean> running) throws SQLException {
        ProgressEstimator clock = new ProgressEstimator();
        while (true) {
            try {
                running.get(INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException underway) {
                reportProgress(step, clock);
            } catch (ExecutionException failed) {
                throw failure(failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new Fault(
                                FaultCode.INTERRUPTED,
                                "the thread was interrupted while a statement ran",
                                "run it again; it continues after the last committed step")
                        .exception(interrupted);
            }
        }
    }

    /** Stops querying after a failure; a lost connection is reported where it is used. */
    private void reportProgress(StepId step, ProgressEstimator clock) {
        Optional<ServerProgress> progress = Optional.empty();
        if (!cannotQuery) {
            try {
                progress = ServerProgress.of(work, lead);
            } catch (SQLException failed) {
                cannotQuery = true;
            }
        }
        events.accept(clock.event(step, progress.orElse(ServerProgress.UNKNOWN)));
    }

    private static SQLException failure(ExecutionException failed) {
        if (failed.getCause() instanceof SQLException refused) {
            return refused;
        }
        if (failed.getCause() instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failed.getCause() instanceof Error unchecked) {
            throw unchecked;
        }
        throw new IllegalStateException("a statement throws nothing else", failed);
    }

    /** The connection must not be used before the statement has ended. */
    private static void end(Statement statement, Future<Boolean> running, RuntimeException cause) {
        try {
            statement.cancel();
            running.get(INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (SQLException | ExecutionException | TimeoutException expected) {
            cause.addSuppressed(expected);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
