package dev.tenon.runtime.internal.step;

import dev.tenon.runtime.internal.lock.Backoff;
import dev.tenon.runtime.internal.session.SqlStates;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.schema.internal.sql.parse.SqlStatement;
import java.sql.SQLException;

/**
 * Retries the parts of a step in batches that other sessions, a timeout or an administrator ended. Whoever cancels one
 * batch wants its locks to be released, not hours of work to be lost. An interruption of the thread ends the retries.
 */
final class BatchRetry {

    private final StepContext step;
    private final SqlStatement statement;
    private int failures;

    BatchRetry(StepContext step, SqlStatement statement) {
        this.step = step;
        this.statement = statement;
    }

    /** A part of a step that has no effect if it fails. */
    interface Attempt<T> {

        /** Runs the attempt of that number, from 1. */
        T run(int number) throws StatementFailedException, SQLException;
    }

    /**
     * Runs attempts until one succeeds.
     *
     * @throws BatchTimeoutException from the attempt
     * @throws RetriesExhaustedException if attempts fail until the deadline
     * @throws StatementFailedException if the server rejects it permanently
     * @throws SQLException if the connection is lost
     */
    <T> T run(Attempt<T> attempt) throws StatementFailedException, SQLException {
        Backoff backoff = step.backoff();
        for (int number = 1; ; number++) {
            try {
                return attempt.run(number);
            } catch (BatchTimeoutException overrun) {
                throw overrun;
            } catch (StatementFailedException refused) {
                pause(refused, backoff, number);
            } catch (SQLException refused) {
                if (SqlStates.isConnectionLoss(refused)) {
                    throw refused;
                }
                pause(new StatementFailedException(refused, statement), backoff, number);
            }
        }
    }

    private void pause(StatementFailedException refused, Backoff backoff, int number) throws StatementFailedException {
        SQLException error = refused.error();
        if (!SqlStates.isContention(error) && !SqlStates.isCancelled(error)) {
            throw refused;
        }
        if (backoff.isOver()) {
            throw new RetriesExhaustedException(error, refused.statement(), number);
        }
        failures++;
        String reason = SqlStates.message(error) + " (SQLSTATE " + SqlStates.of(error) + ")";
        step.events().accept(new MigrationEvent.StepRetried(step.id(), failures, reason));
        backoff.pause();
    }
}
