package dev.tenon.runtime.internal.history;

import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.migrate.StepId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;

/** Records the steps of a run while they run, so that the next run continues after an interruption. */
public interface StepRecorder {

    /**
     * Records a step that is one transaction, at the end of that transaction.
     *
     * @return the transaction
     */
    String enter(Session session, StepEntry entry) throws SQLException;

    /** Records a step before it runs outside a transaction. */
    void enterRunning(Connection connection, StepEntry entry) throws SQLException;

    /** Returns the progress of a step that an earlier run began; empty if none did. */
    OptionalLong begun(Connection connection, StepId step) throws SQLException;

    /** Records the progress of a step in batches: a block of a number of blocks, or a number of batches of 0. */
    void advance(Connection connection, StepId step, long block, long blocks) throws SQLException;

    /** Records that a step is done. */
    void complete(Connection connection, StepId step, String checksum) throws SQLException;

    /** Removes the record of a step that had no effect. */
    void forget(Connection connection, StepId step) throws SQLException;

    /** Returns the command that continues an interrupted run. */
    String command();

    /** Whether steps of the history that restrict writes are undone after a permanent failure. */
    boolean undoesAfterFailure();
}
