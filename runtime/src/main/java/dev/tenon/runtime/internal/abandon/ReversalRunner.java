package dev.tenon.runtime.internal.abandon;

import dev.tenon.runtime.fault.FaultException;
import dev.tenon.runtime.internal.history.AbandonRecorder;
import dev.tenon.runtime.internal.history.StepChecksums;
import dev.tenon.runtime.internal.rowsecurity.RowAccess;
import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.internal.session.SqlStates;
import dev.tenon.runtime.internal.step.MigratorSettings;
import dev.tenon.runtime.internal.step.ScriptCursor;
import dev.tenon.runtime.internal.step.StatementMonitor;
import dev.tenon.runtime.internal.step.StepContext;
import dev.tenon.runtime.internal.step.StepReads;
import dev.tenon.runtime.internal.step.StepRunner;
import dev.tenon.runtime.internal.verify.Reversal;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.runtime.migrate.StepId;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.internal.migrations.file.Migration;
import dev.tenon.schema.internal.sql.LossGuardSql;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Runs the plans that take one migration back. */
final class ReversalRunner {

    private final Migration migration;
    private final Session session;
    private final StatementMonitor watch;
    private final MigratorSettings settings;
    private final Consumer<MigrationEvent> events;
    private final AbandonRecorder recorder;

    /**
     * @param migration the migration to take back
     * @param session the session for the statements
     * @param watch monitors long statements
     * @param settings timeouts
     * @param events receives the events
     */
    ReversalRunner(
            Migration migration,
            Session session,
            StatementMonitor watch,
            MigratorSettings settings,
            Consumer<MigrationEvent> events) {
        this.migration = migration;
        this.session = session;
        this.watch = watch;
        this.settings = settings;
        this.events = events;
        this.recorder = new AbandonRecorder(settings.history(), migration.name());
    }

    /**
     * Runs the plan; afterwards the history says whether something was taken back.
     *
     * @return false if something has got rows or values since it was planned, so that another plan is needed
     * @throws dev.tenon.runtime.fault.FaultException if a step fails
     * @throws SQLException if the connection is lost
     */
    boolean run(Reversal reversal) throws SQLException {
        try {
            steps(Migration.planned(
                    migration.entry(), recorder.command() + " of " + migration.name(), reversal.text()));
            return true;
        } catch (FaultException refused) {
            session.reset();
            recorder.restore(session.connection());
            if (isLoss(refused)) {
                return false;
            }
            throw refused;
        }
    }

    private static boolean isLoss(FaultException refused) {
        return refused.getCause() instanceof SQLException error
                && SqlStates.of(error).equals(LossGuardSql.SQLSTATE);
    }

    private void steps(Migration plan) throws SQLException {
        MigrationName name = migration.name();
        StepChecksums outline = StepChecksums.of(plan);
        long began = System.nanoTime();
        events.accept(new MigrationEvent.AbandonBegun(name, outline.steps()));
        List<Integer> numbers =
                IntStream.rangeClosed(1, outline.steps()).boxed().toList();
        RowAccess access = StepReads.access(plan, numbers, session, settings, events);
        try (ScriptCursor script = new ScriptCursor(plan)) {
            for (int step = 1; step <= outline.steps(); step++) {
                long start = System.nanoTime();
                StepId id = new StepId(name, step, outline.steps());
                events.accept(new MigrationEvent.StepBegun(id));
                StepRunner.run(
                        new StepContext(
                                plan,
                                outline,
                                id,
                                step == outline.steps(),
                                session,
                                watch,
                                recorder,
                                settings,
                                access,
                                events),
                        script);
                events.accept(new MigrationEvent.StepDone(id, Duration.ofNanos(System.nanoTime() - start)));
            }
        }
        events.accept(new MigrationEvent.AbandonDone(name, Duration.ofNanos(System.nanoTime() - began)));
    }
}
