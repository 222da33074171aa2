package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import java.sql.SQLException;

/**
 * The planner's samples of all tenants' values are hidden from the application role. How many rows a table has, and how many the
 * planner expects, everybody may see.
 */
public final class StatisticsProbe implements Probe {

    @Override
    public String name() {
        return "statistics";
    }

    @Override
    public ProbeOutcome run(ProbeTarget subject, ProbeSession stage, FixtureRows seeds)
            throws SQLException, FixtureException {
        String table =
                stage.texts("SELECT ?::regclass::oid::text", subject.sql()).get(0);
        return stage.aside(() -> {
            stage.becomeApplication();
            return stage.texts("SELECT 'hidden' WHERE row_security_active(?::oid)", table)
                            .isEmpty()
                    ? ProbeOutcome.broken("pg_stats exposes to " + stage.role()
                            + " values of all tenants, because no policy" + " applies to it")
                    : ProbeOutcome.held();
        });
    }
}
