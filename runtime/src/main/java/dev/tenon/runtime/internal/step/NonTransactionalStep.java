package dev.tenon.runtime.internal.step;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.effect.Effect;
import dev.tenon.runtime.internal.effect.EffectRegistry;
import dev.tenon.runtime.internal.format.BriefSql;
import dev.tenon.runtime.internal.history.HistoryReader;
import dev.tenon.runtime.internal.history.HistoryWriter;
import dev.tenon.runtime.internal.history.StepStatements;
import dev.tenon.runtime.internal.history.UndoNotes;
import dev.tenon.runtime.internal.session.SqlStates;
import dev.tenon.runtime.migrate.EffectState;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.schema.internal.sql.parse.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Runs a step that is one statement outside a transaction. The history marks it as running before it runs. If the mark
 * is still there at the next start, the catalogs decide.
 */
final class NonTransactionalStep {

    private final StepContext step;
    private final SqlStatement statement;
    private final Effect effect;

    private NonTransactionalStep(StepContext step, SqlStatement statement) {
        this.step = step;
        this.statement = statement;
        this.effect = EffectRegistry.of(statement.text());
    }

    /**
     * Makes one attempt.
     *
     * @throws StatementFailedException if the server rejects the statement; then a partial result is removed
     * @throws SQLException if the connection is lost
     */
    static void run(StepContext step, StepStatements statements) throws StatementFailedException, SQLException {
        step.session().reset();
        new NonTransactionalStep(step, statements.only()).run(statements);
    }

    private void run(StepStatements statements) throws StatementFailedException, SQLException {
        Connection connection = step.session().connection();
        boolean interrupted = HistoryReader.progress(connection, step.id()).isPresent();
        if (!interrupted) {
            UndoNotes undo = UndoNotes.of(statement, statements.kind(), connection);
            step.history().enterRunning(connection, step.entry(statements, undo));
        }
        if (!interrupted || !resolve()) {
            execute();
            step.session().resetRole();
            EffectState extent = effect.extent(connection);
            if (extent == EffectState.NONE || extent == EffectState.PARTIAL) {
                throw noEffect().exception();
            }
        }
        HistoryWriter.finish(connection, step.id(), statements.checksum());
    }

    /** Determines the effect of the interrupted attempt, and whether it is complete. */
    private boolean resolve() throws SQLException {
        EffectState found = effect.extent(step.session().connection());
        if (found == EffectState.UNKNOWN) {
            throw unresolved().exception();
        }
        if (found == EffectState.PARTIAL) {
            repair();
        }
        boolean complete = effect.extent(step.session().connection()) == EffectState.COMPLETE;
        String finding = switch (found) {
            case COMPLETE -> "its effect is complete";
            case PARTIAL -> "it left a partial result, which is " + (complete ? "completed" : "removed");
            default -> "it had no effect";
        };
        step.events()
                .accept(new MigrationEvent.StepResolved(
                        step.id(), complete ? finding : finding + "; running it again"));
        return complete;
    }

    private void execute() throws StatementFailedException, SQLException {
        Optional<String> indexed = effect.indexed();
        try {
            if (indexed.isPresent()) {
                IndexMemory.raise(step.session(), indexed.get(), statement.text());
            }
            step.session().migrationPath();
            StatementRunner.run(step, statement);
        } catch (StatementFailedException refused) {
            clearAway();
            if (indexed.isEmpty() || !SqlStates.isOutOfSpace(refused.error())) {
                throw forgotten(refused);
            }
            executeWithLessMemory();
        }
    }

    /** The raised memory may have caused the failure. */
    private void executeWithLessMemory() throws StatementFailedException, SQLException {
        try {
            IndexMemory.reset(step.session());
            step.session().migrationPath();
            StatementRunner.run(step, statement);
        } catch (StatementFailedException refused) {
            clearAway();
            throw forgotten(refused);
        }
    }

    private void clearAway() throws SQLException {
        step.session().resetRole();
        if (effect.extent(step.session().connection()) == EffectState.PARTIAL) {
            repair();
        }
    }

    private StatementFailedException forgotten(StatementFailedException refused) throws SQLException {
        HistoryWriter.delete(step.session().connection(), step.id());
        return refused;
    }

    private void repair() throws SQLException {
        for (String sql : effect.repair(step.session().connection())) {
            step.session().execute(sql);
        }
    }

    private Fault unresolved() {
        String place = step.id().migration().number() + "." + step.id().step();
        return new Fault(
                FaultCode.STEP_UNRESOLVED,
                StepFaults.place(step, statement) + ": " + step.id() + " was interrupted, and the catalogs do not"
                        + " show whether it took effect: " + BriefSql.of(statement.text()),
                "check the database; if it took effect: tenon repair --done " + place + "; if not: tenon repair"
                        + " --again "
                        + place,
                StepFaults.facts(step, statement));
    }

    private Fault noEffect() {
        return new Fault(
                FaultCode.NO_EFFECT,
                StepFaults.place(step, statement) + ": " + step.id() + " reported success, but the catalogs do not show"
                        + " its effect, or an INVALID index: " + BriefSql.of(statement.text()),
                "drop the INVALID index of that name, then run migrate again",
                StepFaults.facts(step, statement));
    }
}
