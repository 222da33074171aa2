package dev.tenon.runtime.internal.step;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.format.BriefSql;
import dev.tenon.runtime.internal.session.SqlStates;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.schema.internal.sql.parse.RoutineBody;
import dev.tenon.schema.internal.sql.parse.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;

/** Runs single statements of a step and forwards the server's notices. */
final class StatementRunner {

    private StatementRunner() {}

    /**
     * Runs the statement.
     *
     * @return the number of rows that it changed; 0 for other statements
     * @throws StatementFailedException if the server rejects it
     * @throws SQLException if the connection is lost
     */
    static long run(StepContext step, SqlStatement statement) throws StatementFailedException, SQLException {
        return run(step, statement, statement.text());
    }

    /** Runs {@code sql} instead of the statement. */
    static long run(StepContext step, SqlStatement statement, String sql)
            throws StatementFailedException, SQLException {
        if (TransactionControl.is(sql)) {
            throw control(step, statement).exception();
        }
        Connection connection = step.session().connection();
        begin(step, sql);
        try (Statement jdbc = connection.createStatement()) {
            jdbc.setEscapeProcessing(false);
            step.watch().execute(step.id(), jdbc, RoutineBody.inOnePiece(sql));
            forwardNotices(step, jdbc);
            return Math.max(0, jdbc.getLargeUpdateCount());
        } catch (SQLException refused) {
            if (SqlStates.isConnectionLoss(refused)) {
                throw refused;
            }
            throw new StatementFailedException(refused, statement);
        }
    }

    /** Marks the session before a statement of a step, which may change role and settings. */
    static void begin(StepContext step, String sql) {
        if (!StatementClassifier.keepSettings(sql)) {
            step.session().touch();
        }
    }

    /** Forwards the server's notices. */
    static void forwardNotices(StepContext step, Statement jdbc) throws SQLException {
        for (SQLWarning notice = jdbc.getWarnings(); notice != null; notice = notice.getNextWarning()) {
            step.events().accept(new MigrationEvent.ServerNotice(step.id(), SqlStates.message(notice)));
        }
    }

    private static Fault control(StepContext step, SqlStatement statement) {
        return new Fault(
                FaultCode.TRANSACTION_CONTROL,
                StepFaults.place(step, statement) + ": " + BriefSql.of(statement.text())
                        + " begins or ends a transaction, which is not allowed in a step",
                "remove the statement; a line -- tenon:step begins a new step",
                StepFaults.facts(step, statement));
    }
}
