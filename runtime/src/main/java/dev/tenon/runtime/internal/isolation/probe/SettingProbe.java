package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.FixtureRow;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import dev.tenon.runtime.internal.isolation.session.StatementError;
import dev.tenon.runtime.internal.isolation.session.StatementResult;
import dev.tenon.runtime.internal.isolation.session.WriteAttempt;
import dev.tenon.runtime.isolation.Verdict;
import java.sql.SQLException;
import java.util.List;

/** A session without a tenant sees no rows and can insert none. */
abstract class SettingProbe implements Probe {

    /** Returns the state of the setting for messages, as in "with …". */
    abstract String state();

    /** Sets up the state in a session, as the application role. */
    @FunctionalInterface
    interface Setup {
        void apply(ProbeSession session) throws SQLException;
    }

    /** Returns all ways to set up the state; each is tried. */
    abstract List<Setup> setups(ProbeTarget target);

    @Override
    public ProbeOutcome run(ProbeTarget target, ProbeSession session, FixtureRows fixtures)
            throws SQLException, FixtureException {
        FixtureRow row = fixtures.danglingRow(target.name(), target.one());
        if (!session.hasPrivilege("SELECT", target) && !session.hasPrivilege("INSERT", target)) {
            return ProbeOutcome.notApplicable(session.role() + " may neither SELECT nor INSERT");
        }
        ProbeOutcome outcome = ProbeOutcome.held();
        for (Setup setup : setups(target)) {
            outcome = tried(setup, row, target, session);
            if (outcome.verdict() != Verdict.HELD) {
                return outcome;
            }
        }
        return outcome;
    }

    private ProbeOutcome tried(Setup setup, FixtureRow row, ProbeTarget target, ProbeSession session)
            throws SQLException, FixtureException {
        boolean reads = session.hasPrivilege("SELECT", target);
        boolean writes = session.hasPrivilege("INSERT", target);
        return session.inSavepoint(() -> {
            setup.apply(session);
            StatementResult seen = reads
                    ? session.execute("SELECT pg_catalog.count(*) FROM (SELECT FROM " + target.sql() + " LIMIT 1) seen")
                    : StatementResult.of(0);
            if (seen.count() > 0) {
                return ProbeOutcome.broken("with " + state() + " rows are visible");
            }
            if (!seen.ok() && !seen.refusal().filter(StatementError::byValue).isPresent()) {
                return ProbeOutcome.notProven(
                        "with " + state() + " SELECT was refused for another reason: " + seen.why());
            }
            return writes ? written(session.execute(row.insert())) : ProbeOutcome.held();
        });
    }

    /** The server may reject an invalid setting itself. */
    private ProbeOutcome written(StatementResult result) {
        return result.refusal().filter(StatementError::byValue).isPresent()
                ? ProbeOutcome.held()
                : WriteAttempt.judge(result, "with " + state() + " a row");
    }
}
