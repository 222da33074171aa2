package dev.tenon.runtime.internal.migrate;

import dev.tenon.runtime.internal.history.HistoryWriter;
import dev.tenon.runtime.internal.history.StepChecksumCache;
import dev.tenon.runtime.internal.history.StepChecksums;
import dev.tenon.runtime.internal.history.UndoHistory;
import dev.tenon.runtime.internal.rowsecurity.RowAccess;
import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.internal.step.MigratorSettings;
import dev.tenon.runtime.internal.step.RevertedSteps;
import dev.tenon.runtime.internal.step.ScriptCursor;
import dev.tenon.runtime.internal.step.StatementMonitor;
import dev.tenon.runtime.internal.step.StepContext;
import dev.tenon.runtime.internal.step.StepFaults;
import dev.tenon.runtime.internal.step.StepReads;
import dev.tenon.runtime.internal.step.StepReverter;
import dev.tenon.runtime.internal.step.StepRunner;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.runtime.migrate.MigrationProgress;
import dev.tenon.runtime.migrate.MigrationStatus;
import dev.tenon.runtime.migrate.StepId;
import dev.tenon.schema.internal.migrations.file.Migration;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Applies migrations step by step, each from the first pending step. */
final class MigrationRunner {

    private final HistoryWriter history;
    private final StepChecksumCache outlines;
    private final MigratorSettings settings;
    private final StatementMonitor watch;
    private final Consumer<MigrationEvent> events;

    MigrationRunner(
            HistoryWriter history,
            StepChecksumCache outlines,
            MigratorSettings settings,
            StatementMonitor watch,
            Consumer<MigrationEvent> events) {
        this.watch = watch;
        this.history = history;
        this.outlines = outlines;
        this.settings = settings;
        this.events = events;
    }

    /**
     * Applies the pending steps of the migration.
     *
     * @param status its state
     * @param last whether it is the last migration of this run
     * @throws SQLException if the connection is lost
     */
    void run(Migration migration, MigrationStatus status, boolean last, Session session) throws SQLException {
        StepChecksums outline = outlines.of(migration);
        int steps = outline.steps();
        List<Integer> pending = new ArrayList<>(status.pendingSteps());
        pending.removeAll(completeUndo(status, session));
        int newest = pending.isEmpty() ? steps : pending.get(pending.size() - 1);
        events.accept(new MigrationEvent.MigrationBegun(
                migration.name(), pending.isEmpty() ? steps : pending.get(0) - 1, steps));
        long began = System.nanoTime();
        RowAccess access = StepReads.access(migration, pending, session, settings, events);
        try (ScriptCursor script = new ScriptCursor(migration)) {
            for (int step : pending) {
                StepId id = new StepId(migration.name(), step, steps);
                step(
                        new StepContext(
                                migration,
                                outline,
                                id,
                                last && step == newest,
                                session,
                                watch,
                                history,
                                settings,
                                access,
                                events),
                        script);
            }
        }
        events.accept(new MigrationEvent.MigrationDone(migration.name(), since(began)));
    }

    /**
     * Completes an undo that an earlier run started, and deletes a migration whose steps were all undone.
     *
     * @return the steps that stay
     */
    private Set<Integer> completeUndo(MigrationStatus status, Session session) throws SQLException {
        session.reset();
        Set<Integer> stay = Set.of();
        if (!status.toUndo().isEmpty()) {
            RevertedSteps reverted = new StepReverter(session, settings, events).complete(status.migration());
            stay = reverted.remaining();
            if (reverted.failure().isPresent() && !reverted.isPermanent()) {
                throw StepFaults.notUndone(status.migration(), reverted).exception();
            }
        }
        if (status.progress() == MigrationProgress.PENDING && !status.undone().isEmpty()) {
            UndoHistory.deleteUndone(
                    settings.history(), session.connection(), status.migration().number());
        }
        return stay;
    }

    private void step(StepContext step, ScriptCursor script) throws SQLException {
        long began = System.nanoTime();
        events.accept(new MigrationEvent.StepBegun(step.id()));
        StepRunner.run(step, script);
        events.accept(new MigrationEvent.StepDone(step.id(), since(began)));
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
