package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import java.sql.SQLException;

/**
 * The application role cannot see the planner's samples of all tenants' values. Every role may see row counts and
 * estimates.
 */
public final class StatisticsProbe implements Probe {

    @Override
    public String name() {
        return "statistics";
    }

    @Override
    public ProbeOutcome run(ProbeTarget target, ProbeSession session, FixtureRows fixtures)
            throws SQLException, FixtureException {
        String table =
                session.texts("SELECT ?::regclass::oid::text", target.sql()).get(0);
        return session.inSavepoint(() -> {
            session.setApplicationRole();
            return session.texts("SELECT 'hidden' WHERE row_security_active(?::oid)", table)
                            .isEmpty()
                    ? ProbeOutcome.broken("pg_stats exposes to " + session.role()
                            + " values of all tenants, because no policy" + " applies to it")
                    : ProbeOutcome.held();
        });
    }
}
