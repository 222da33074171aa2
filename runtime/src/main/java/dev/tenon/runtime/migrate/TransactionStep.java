package dev.tenon.runtime.migrate;

import dev.tenon.runtime.session.SqlStates;
import dev.tenon.schema.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;

/** Runs a step that is one transaction: its statements and its row in the history come to be together or not at all. */
final class TransactionStep {

    private TransactionStep() {}

    /**
     * Makes one attempt.
     *
     * @throws StatementFailure if the server refuses a statement; then everything is rolled back
     * @throws UnknownCommit if nobody knows whether the step was committed
     * @throws SQLException if the connection is lost otherwise
     */
    static void run(StepContext step, StepReading statements) throws StatementFailure, SQLException {
        step.session().reset(step.settings().stepLockTimeout());
        Connection connection = step.session().connection();
        connection.setAutoCommit(false);
        try {
            for (SqlStatement next = statements.next(); next != null; next = statements.next()) {
                StatementRunner.run(step, next);
            }
            String xid = enter(step, statements);
            commit(step, xid);
        } catch (StatementFailure | RuntimeException refused) {
            step.session().rollback(refused);
            throw refused;
        }
        connection.setAutoCommit(true);
    }

    private static String enter(StepContext step, StepReading statements) throws StatementFailure, SQLException {
        try {
            return step.history().enter(step, statements.kind(), statements.checksum());
        } catch (SQLException refused) {
            if (SqlStates.isContention(refused)) {
                throw new StatementFailure(refused, null);
            }
            throw refused;
        }
    }

    private static void commit(StepContext step, String xid) throws StatementFailure, SQLException {
        try {
            step.session().connection().commit();
        } catch (SQLException refused) {
            if (SqlStates.isConnectionLoss(refused)) {
                throw new UnknownCommit(refused, xid, step.id());
            }
            throw new StatementFailure(refused, null);
        }
    }
}
