package dev.tenon.runtime.internal.step;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultException;
import dev.tenon.runtime.internal.history.StepStatements;
import dev.tenon.runtime.internal.lock.Backoff;
import dev.tenon.runtime.internal.session.SqlStates;
import dev.tenon.runtime.migrate.MigrationEvent;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** Runs one step according to its mode, until it is done, fails permanently or exceeds the retry deadline. */
public final class StepRunner {

    private StepRunner() {}

    /**
     * Runs the step.
     *
     * @throws dev.tenon.runtime.fault.FaultException if it fails, or its retries exceed the deadline
     * @throws SQLException if the connection is lost
     */
    public static void run(StepContext step, ScriptCursor script) throws SQLException {
        try {
            attempts(step, script);
        } catch (FaultException failed) {
            throw closed(step, failed);
        }
        // After a lost connection, the next run begins with it.
        step.access().close();
    }

    private static void attempts(StepContext step, ScriptCursor script) throws SQLException {
        Backoff backoff = step.backoff();
        for (int attempt = 1; ; attempt++) {
            try {
                attempt(step, script);
                return;
            } catch (RetriesExhaustedException refused) {
                throw StepFaults.gaveUp(step, refused, refused.attempts()).exception(refused.error());
            } catch (StatementFailedException refused) {
                if (!SqlStates.isContention(refused.error())) {
                    throw failed(step, refused);
                }
                if (backoff.isOver()) {
                    throw StepFaults.gaveUp(step, refused, attempt).exception(refused.error());
                }
                String reason =
                        SqlStates.message(refused.error()) + " (SQLSTATE " + SqlStates.of(refused.error()) + ")";
                step.events().accept(new MigrationEvent.StepRetried(step.id(), attempt, reason));
                backoff.pause();
            }
        }
    }

    private static FaultException closed(StepContext step, FaultException failed) throws SQLException {
        try {
            step.access().close();
            return failed;
        } catch (FaultException notForced) {
            return Fault.joined(List.of(failed.fault(), notForced.fault()))
                    .exception(Objects.requireNonNullElse(failed.getCause(), failed));
        }
    }

    /** After a temporary failure nothing is undone, so that the next run continues. */
    private static FaultException failed(StepContext step, StatementFailedException refused) throws SQLException {
        RevertedSteps reverted =
                SqlStates.mayPass(refused.error()) || !step.history().undoesAfterFailure()
                        ? RevertedSteps.NOTHING
                        : new StepReverter(step.session(), step.settings(), step.events()).after(step);
        return StepFaults.failed(step, refused, reverted).exception(refused.error());
    }

    private static void attempt(StepContext step, ScriptCursor script) throws StatementFailedException, SQLException {
        step.access().open(step.id().step());
        StepStatements reader = script.at(step.id().step());
        switch (reader.mode()) {
            case TRANSACTION -> TransactionStep.run(step, reader, script);
            case NO_TRANSACTION -> NonTransactionalStep.run(step, reader);
            case BATCHES -> BatchStep.run(step, reader);
        }
    }
}
