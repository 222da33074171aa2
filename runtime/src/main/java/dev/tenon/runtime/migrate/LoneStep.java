package dev.tenon.runtime.migrate;

import dev.tenon.runtime.effect.Effect;
import dev.tenon.runtime.effect.Effects;
import dev.tenon.runtime.effect.Extent;
import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.session.SqlStates;
import dev.tenon.schema.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Runs a step that is one statement outside a transaction. The history marks it as running before it runs; if the
 * mark is still there at the next start, the catalogs decide.
 */
final class LoneStep {

    private final StepContext step;
    private final SqlStatement statement;
    private final Effect effect;

    private LoneStep(StepContext step, SqlStatement statement) {
        this.step = step;
        this.statement = statement;
        this.effect = Effects.of(statement.text());
    }

    /**
     * Makes one attempt.
     *
     * @throws StatementFailure if the server refuses the statement; then what it left is removed
     * @throws SQLException if the connection is lost
     */
    static void run(StepContext step, StepReading statements) throws StatementFailure, SQLException {
        step.session().reset();
        new LoneStep(step, statements.only()).run(statements);
    }

    private void run(StepReading statements) throws StatementFailure, SQLException {
        Connection connection = step.session().connection();
        boolean brokenOff = History.progress(connection, step.id()).isPresent();
        if (!brokenOff) {
            UndoNotes undo = UndoNotes.of(statement, statements.kind(), connection);
            step.history().enterRunning(connection, StepEntry.of(step, statements, undo));
        }
        if (!brokenOff || !settle()) {
            execute();
            step.session().ownRole();
            Extent extent = effect.extent(connection);
            if (extent == Extent.NONE || extent == Extent.BROKEN) {
                throw noEffect().exception();
            }
        }
        History.finish(connection, step.id(), statements.checksum());
    }

    /** Finds out what came of the attempt that was broken off, and whether that was everything. */
    private boolean settle() throws SQLException {
        Extent found = effect.extent(step.session().connection());
        if (found == Extent.UNKNOWN) {
            throw unsettled().exception();
        }
        if (found == Extent.BROKEN) {
            repair();
        }
        boolean complete = effect.extent(step.session().connection()) == Extent.COMPLETE;
        String what = switch (found) {
            case COMPLETE -> "its effect is complete";
            case BROKEN -> "it left a partial result, which is " + (complete ? "completed" : "removed");
            default -> "it had no effect";
        };
        step.events().accept(new MigrationEvent.StepSettled(step.id(), complete ? what : what + "; running it again"));
        return complete;
    }

    private void execute() throws StatementFailure, SQLException {
        Optional<String> indexed = effect.indexed();
        try {
            if (indexed.isPresent()) {
                IndexMemory.raise(step.session(), indexed.get(), statement.text());
            }
            step.session().theirPath();
            StatementRunner.run(step, statement);
        } catch (StatementFailure refused) {
            clearAway();
            if (indexed.isEmpty() || !SqlStates.isOutOfSpace(refused.error())) {
                throw forgotten(refused);
            }
            executeModestly();
        }
    }

    /** The memory that was asked for may have been what there was not enough of. */
    private void executeModestly() throws StatementFailure, SQLException {
        try {
            IndexMemory.renounce(step.session());
            step.session().theirPath();
            StatementRunner.run(step, statement);
        } catch (StatementFailure refused) {
            clearAway();
            throw forgotten(refused);
        }
    }

    private void clearAway() throws SQLException {
        step.session().ownRole();
        if (effect.extent(step.session().connection()) == Extent.BROKEN) {
            repair();
        }
    }

    private StatementFailure forgotten(StatementFailure refused) throws SQLException {
        History.forget(step.session().connection(), step.id());
        return refused;
    }

    private void repair() throws SQLException {
        for (String sql : effect.repair(step.session().connection())) {
            step.session().execute(sql);
        }
    }

    private Fault unsettled() {
        String place = step.id().migration().number() + "." + step.id().step();
        return new Fault(
                FaultCode.STEP_UNSETTLED,
                StepFaults.place(step, statement) + ": " + step.id() + " was interrupted, and the catalogs do not"
                        + " show whether it took effect: " + StepFaults.brief(statement.text()),
                "check the database; if it took effect: tenon repair --done " + place + "; if not: tenon repair"
                        + " --again "
                        + place,
                StepFaults.facts(step, statement));
    }

    private Fault noEffect() {
        return new Fault(
                FaultCode.NO_EFFECT,
                StepFaults.place(step, statement) + ": " + step.id() + " reported success, but the catalogs do not show"
                        + " its effect, or an INVALID index: " + StepFaults.brief(statement.text()),
                "drop the INVALID index of that name, then run migrate again",
                StepFaults.facts(step, statement));
    }
}
