package dev.tenon.runtime.internal.history;

import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.migrate.StepId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * Records no steps: for a plan that each run computes anew from the catalogs, so that an interrupted step is either done
 * or part of the next plan.
 *
 * @param command the command that continues an interrupted run
 */
public record UnrecordedSteps(String command) implements StepRecorder {

    private static final String TRANSACTION = "SELECT pg_catalog.pg_current_xact_id()::text";

    @Override
    public String enter(Session session, StepEntry entry) throws SQLException {
        return session.finish(TRANSACTION);
    }

    @Override
    public void enterRunning(Connection connection, StepEntry entry) {
        // The next run finds the effect of an interrupted statement in the catalogs.
    }

    @Override
    public OptionalLong begun(Connection connection, StepId step) {
        return OptionalLong.empty();
    }

    @Override
    public void advance(Connection connection, StepId step, long block, long blocks) {
        // The next run begins with the first block.
    }

    @Override
    public void complete(Connection connection, StepId step, String checksum) {
        // The next plan does not contain the step.
    }

    @Override
    public void forget(Connection connection, StepId step) {
        // Nothing was recorded.
    }
}
