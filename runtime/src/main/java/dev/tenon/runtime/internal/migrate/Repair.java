package dev.tenon.runtime.internal.migrate;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.effect.EffectRegistry;
import dev.tenon.runtime.internal.history.HistoryReader;
import dev.tenon.runtime.internal.history.HistoryRow;
import dev.tenon.runtime.internal.history.HistorySchema;
import dev.tenon.runtime.internal.history.HistoryWriter;
import dev.tenon.runtime.internal.history.StepState;
import dev.tenon.runtime.internal.history.StepStatements;
import dev.tenon.runtime.internal.history.UndoHistory;
import dev.tenon.runtime.internal.lock.HeldLock;
import dev.tenon.runtime.internal.session.Sessions;
import dev.tenon.runtime.internal.step.MigratorSettings;
import dev.tenon.runtime.internal.step.ScriptCursor;
import dev.tenon.runtime.migrate.EffectState;
import dev.tenon.runtime.migrate.InterruptedStep;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.runtime.migrate.StepId;
import dev.tenon.schema.Schema;
import dev.tenon.schema.StepMode;
import dev.tenon.schema.internal.migrations.file.Migration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Finds interrupted steps, and records an outcome that a user found if the catalogs do not show it. */
public final class Repair {

    private final Sessions sessions;
    private final MigratorSettings settings;
    private final Consumer<MigrationEvent> events;

    /**
     * Creates a repair for one database.
     *
     * @param sessions opens the connections
     * @param settings timeouts
     * @param events receives the events
     */
    public Repair(Sessions sessions, MigratorSettings settings, Consumer<MigrationEvent> events) {
        this.sessions = sessions;
        this.settings = settings;
        this.events = events;
    }

    /**
     * Returns the interrupted steps.
     *
     * @param schema the schema of the history
     * @param migrations the migrations of the directory
     * @throws SQLException if the connection is lost
     */
    public static List<InterruptedStep> find(HistorySchema schema, List<Migration> migrations, Connection connection)
            throws SQLException {
        List<InterruptedStep> found = new ArrayList<>();
        for (HistoryRow row : HistoryReader.read(schema, connection)) {
            if (row.state() == StepState.UNDOING) {
                found.add(stepToUndo(schema, row.step(), connection));
            } else if (row.state() == StepState.RUNNING) {
                for (Migration migration : migrations) {
                    if (migration.name().equals(row.step().migration())) {
                        found.add(interruptedSteps(migration, row.step(), connection));
                    }
                }
            }
        }
        return found;
    }

    private static InterruptedStep stepToUndo(HistorySchema schema, StepId step, Connection connection)
            throws SQLException {
        String statements = UndoHistory.undos(schema, connection, step.migration()).stream()
                .filter(row -> row.step().equals(step))
                .flatMap(row -> row.statements().stream())
                .map(undo -> String.join("; ", undo))
                .collect(Collectors.joining());
        return new InterruptedStep(step, "undoing it: " + statements, EffectState.REPEATABLE);
    }

    private static InterruptedStep interruptedSteps(Migration migration, StepId step, Connection connection)
            throws SQLException {
        try (ScriptCursor script = new ScriptCursor(migration)) {
            StepStatements reading = script.at(step.step());
            String statement = reading.only().text();
            EffectState extent = reading.mode() == StepMode.BATCHES
                    ? EffectState.REPEATABLE
                    : EffectRegistry.of(statement).extent(connection);
            return new InterruptedStep(step, statement, extent);
        }
    }

    /**
     * Records the outcome of a step.
     *
     * @param migrations the migrations of the directory
     * @param done whether it took effect; if not, its row is removed and it runs again with the next migration
     * @throws dev.tenon.runtime.fault.FaultException if the step is not interrupted, or is not done according
     *     to the catalogs
     * @throws SQLException if the connection is lost
     */
    public void resolve(List<Migration> migrations, int migration, int step, boolean done) throws SQLException {
        HistorySchema schema = settings.history();
        MigratorLocks locks = new MigratorLocks(settings, events);
        try (HeldLock lead = locks.lead(sessions.open(), TrustedCreators.reported(Schema.EMPTY));
                HeldLock work = locks.work(sessions.open())) {
            HistoryRow row = HistoryReader.read(schema, lead.session().connection()).stream()
                    .filter(one -> one.state() == StepState.RUNNING || one.state() == StepState.UNDOING)
                    .filter(one -> one.step().migration().number() == migration
                            && one.step().step() == step)
                    .findFirst()
                    .orElseThrow(() -> notInterrupted(migration, step).exception());
            Connection connection = work.session().connection();
            if (done) {
                requireEffect(migrations, row.step(), connection);
                HistoryWriter.finish(
                        schema, connection, row.step(), row.checksum().orElse(""));
            } else if (row.state() == StepState.UNDOING) {
                UndoHistory.markUndone(schema, connection, row.step());
            } else {
                HistoryWriter.delete(schema, connection, row.step());
            }
        }
    }

    /** Refuses a step whose effect the catalogs would show, but do not. */
    private static void requireEffect(List<Migration> migrations, StepId step, Connection connection)
            throws SQLException {
        for (Migration migration : migrations) {
            if (migration.name().equals(step.migration()) && !hasEffect(migration, step, connection)) {
                throw notDone(step).exception();
            }
        }
    }

    private static boolean hasEffect(Migration migration, StepId step, Connection connection) throws SQLException {
        try (ScriptCursor script = new ScriptCursor(migration)) {
            StepStatements reading = script.at(step.step());
            if (reading.mode() != StepMode.NO_TRANSACTION) {
                return true;
            }
            EffectState extent = EffectRegistry.of(reading.only().text()).extent(connection);
            return extent != EffectState.NONE && extent != EffectState.PARTIAL;
        }
    }

    private static Fault notDone(StepId step) {
        return new Fault(
                FaultCode.NO_EFFECT,
                step + " cannot be recorded as done, because the catalogs do not show its effect, or an INVALID index",
                "run migrate, which completes it",
                Map.of("migration", step.migration().toString()));
    }

    private static Fault notInterrupted(int migration, int step) {
        return new Fault(
                FaultCode.NOTHING_TO_RESOLVE,
                "step " + step + " of migration " + migration + " is not interrupted",
                "'tenon repair' lists the interrupted steps");
    }
}
