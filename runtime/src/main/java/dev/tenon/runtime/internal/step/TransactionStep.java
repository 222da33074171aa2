package dev.tenon.runtime.internal.step;

import dev.tenon.runtime.internal.history.StepStatements;
import dev.tenon.runtime.internal.history.UndoNotes;
import dev.tenon.runtime.internal.session.SqlStates;
import dev.tenon.runtime.internal.undo.Undo;
import dev.tenon.runtime.migrate.StepKind;
import dev.tenon.schema.internal.sql.parse.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Runs a step that is one transaction with its statements and its row in the history. */
final class TransactionStep {

    private TransactionStep() {}

    /**
     * Makes one attempt. If a group is rejected, a second attempt runs statements one by one to find the rejected one.
     *
     * @throws StatementFailedException if the server refuses a statement; then everything is rolled back
     * @throws InDoubtCommitException if the outcome of COMMIT is unknown
     * @throws SQLException if the connection is lost otherwise
     */
    static void run(StepContext step, StepStatements statements, ScriptCursor script)
            throws StatementFailedException, SQLException {
        try {
            attempt(step, statements, new StatementGroup(step, StatementGroup.MANY));
        } catch (GroupRejectedException refused) {
            attempt(step, script.at(step.id().step()), new StatementGroup(step, StatementGroup.ONE));
        }
    }

    private static void attempt(StepContext step, StepStatements statements, StatementGroup group)
            throws StatementFailedException, SQLException {
        step.session().reset(step.settings().stepLockTimeout(), step.last() || statements.kind() == StepKind.MANUAL);
        Connection connection = step.session().connection();
        connection.setAutoCommit(false);
        try {
            UndoNotes undo = new UndoNotes(statements.kind());
            for (SqlStatement next = statements.next(); next != null; next = statements.next()) {
                note(undo, next, group, connection);
                add(step, group, next);
            }
            group.run();
            String xid = enter(step, statements, undo);
            commit(step, xid);
        } catch (StatementFailedException | RuntimeException refused) {
            step.session().rollback(refused);
            throw refused;
        }
        connection.setAutoCommit(true);
    }

    private static void add(StepContext step, StatementGroup group, SqlStatement next)
            throws StatementFailedException, SQLException {
        if (!step.access().checksKeys(step.id().step(), next.text())) {
            group.add(next);
            return;
        }
        group.run();
        boolean opened;
        try {
            opened = step.access().before(next.text());
        } catch (SQLException refused) {
            if (SqlStates.isConnectionLoss(refused)) {
                throw refused;
            }
            throw new StatementFailedException(refused, next);
        }
        group.add(next);
        if (opened) {
            group.run();
            step.access().after();
        }
    }

    /** The undo may depend on the state before the statement, so earlier statements must have run. */
    private static void note(UndoNotes undo, SqlStatement next, StatementGroup group, Connection connection)
            throws StatementFailedException, SQLException {
        Optional<Undo> found = undo.of(next);
        if (found.isPresent()) {
            if (found.get().needsQuery()) {
                group.run();
            }
            undo.add(found.get(), connection);
        }
    }

    private static String enter(StepContext step, StepStatements statements, UndoNotes undo)
            throws StatementFailedException, SQLException {
        try {
            return step.history().enter(step.session(), step.entry(statements, undo));
        } catch (SQLException refused) {
            if (SqlStates.isContention(refused)) {
                throw new StatementFailedException(refused, null);
            }
            throw refused;
        }
    }

    private static void commit(StepContext step, String xid) throws StatementFailedException, SQLException {
        try {
            step.session().connection().commit();
        } catch (SQLException refused) {
            if (SqlStates.isConnectionLoss(refused)) {
                throw new InDoubtCommitException(refused, xid, step.id());
            }
            throw new StatementFailedException(refused, null);
        }
    }
}
