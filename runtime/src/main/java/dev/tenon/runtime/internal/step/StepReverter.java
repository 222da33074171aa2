package dev.tenon.runtime.internal.step;

import dev.tenon.runtime.internal.format.StepList;
import dev.tenon.runtime.internal.history.HistoryUndo;
import dev.tenon.runtime.internal.history.StepState;
import dev.tenon.runtime.internal.history.StepStatements;
import dev.tenon.runtime.internal.history.UndoHistory;
import dev.tenon.runtime.internal.lock.Backoff;
import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.internal.session.SqlStates;
import dev.tenon.runtime.internal.undo.CommittedStep;
import dev.tenon.runtime.internal.undo.StepSelection;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.runtime.migrate.StepKind;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.StepMode;
import dev.tenon.schema.internal.migrations.file.Migration;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Undoes steps of a failed migration, so that writes of the application behave as before. First commits the list of
 * steps to undo, then undoes each in its own short transaction, in reverse order; after an interruption, the next
 * run continues.
 */
public final class StepReverter {

    private final Session session;
    private final MigratorSettings settings;
    private final Consumer<MigrationEvent> events;

    public StepReverter(Session session, MigratorSettings settings, Consumer<MigrationEvent> events) {
        this.session = session;
        this.settings = settings;
        this.events = events;
    }

    /**
     * Undoes the steps that restrict writes, after a step of the migration has failed permanently.
     *
     * @param failed the failed step
     * @throws SQLException if the connection is lost
     */
    RevertedSteps after(StepContext failed) throws SQLException {
        session.reset();
        MigrationName migration = failed.migration().name();
        List<HistoryUndo> rows = UndoHistory.undos(settings.history(), session.connection(), migration);
        boolean byHand = rows.stream().anyMatch(row -> row.kind() == StepKind.MANUAL && row.state() == StepState.DONE);
        boolean nothing =
                rows.stream().allMatch(row -> row.statements().orElse(List.of()).isEmpty());
        if (byHand || nothing) {
            return RevertedSteps.NOTHING;
        }
        RevertedSteps all = RevertedSteps.NOTHING;
        Set<Integer> refused = new HashSet<>();
        while (true) {
            StepSelection.Selection selection = StepSelection.of(committed(failed.migration(), rows, refused));
            all = all.restricting(selection.restricting());
            if (selection.selected().isEmpty()) {
                return all;
            }
            UndoHistory.markUndoing(settings.history(), session.connection(), migration, selection.selected());
            RevertedSteps some = complete(migration);
            all = all.and(some);
            if (!some.isPermanent()) {
                return all;
            }
            // The step stays, but steps that do not need it can still be undone.
            refused.add(some.remaining().last());
            rows = UndoHistory.undos(settings.history(), session.connection(), migration);
        }
    }

    private static List<CommittedStep> committed(Migration migration, List<HistoryUndo> rows, Set<Integer> refused) {
        List<CommittedStep> steps = new ArrayList<>();
        try (ScriptCursor script = new ScriptCursor(migration)) {
            for (HistoryUndo row : rows) {
                if (row.state() == StepState.DONE || row.state() == StepState.RUNNING) {
                    StepStatements reading = script.at(row.step().step());
                    boolean costly = reading.mode() != StepMode.TRANSACTION && !row.isUntouched();
                    steps.add(CommittedStep.of(
                            row.step().step(),
                            reading.mode(),
                            costly,
                            reading.texts(),
                            row.statements()
                                    .filter(undo -> !refused.contains(row.step().step()))));
                }
            }
        }
        return steps;
    }

    /**
     * Undoes all marked steps of the migration, the last one first.
     *
     * @throws SQLException if the connection is lost
     */
    public RevertedSteps complete(MigrationName migration) throws SQLException {
        TreeSet<Integer> done = new TreeSet<>();
        TreeSet<Integer> remaining = new TreeSet<>();
        Optional<SQLException> failure = Optional.empty();
        List<HistoryUndo> rows =
                new ArrayList<>(UndoHistory.undos(settings.history(), session.connection(), migration));
        rows.removeIf(row -> row.state() != StepState.UNDOING);
        for (int i = rows.size() - 1; i >= 0; i--) {
            HistoryUndo row = rows.get(i);
            int step = row.step().step();
            failure = failure.isPresent() ? failure : tryUndo(row);
            (failure.isPresent() ? remaining : done).add(step);
        }
        boolean isPermanent =
                failure.filter(refused -> !SqlStates.mayPass(refused)).isPresent();
        if (isPermanent) {
            UndoHistory.markDone(settings.history(), session.connection(), migration);
        }
        return new RevertedSteps(
                done,
                remaining,
                failure.map(refused -> StepList.of(List.of(remaining.last())) + ": " + SqlStates.message(refused)
                        + " (SQLSTATE " + SqlStates.of(refused) + ")"),
                isPermanent,
                List.of());
    }

    /** Returns the error if a retry would fail again. */
    private Optional<SQLException> tryUndo(HistoryUndo row) throws SQLException {
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5), settings.retryFor());
        for (int attempt = 1; ; attempt++) {
            try {
                undo(row);
                events.accept(new MigrationEvent.StepUndone(row.step()));
                return Optional.empty();
            } catch (SQLException refused) {
                if (SqlStates.isConnectionLoss(refused)) {
                    throw refused;
                }
                session.rollback(refused);
                if (!SqlStates.isContention(refused) || backoff.isOver()) {
                    return Optional.of(refused);
                }
                events.accept(new MigrationEvent.StepRetried(row.step(), attempt, SqlStates.message(refused)));
                backoff.pause();
            }
        }
    }

    private void undo(HistoryUndo row) throws SQLException {
        List<String> statements = row.statements().orElse(List.of());
        session.reset(settings.stepLockTimeout(), true);
        Connection connection = session.connection();
        if (row.outsideTransaction()) {
            for (String sql : statements) {
                session.execute(sql);
            }
            UndoHistory.markUndone(settings.history(), connection, row.step());
            return;
        }
        connection.setAutoCommit(false);
        for (String sql : statements) {
            session.execute(sql);
        }
        UndoHistory.markUndone(settings.history(), connection, row.step());
        connection.commit();
        connection.setAutoCommit(true);
    }
}
