package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import dev.tenon.runtime.internal.isolation.session.StatementResult;
import dev.tenon.runtime.internal.isolation.session.VisibleRows;
import java.sql.SQLException;

/** A tenant can see no row of another tenant, generated or real. */
public final class SelectProbe implements Probe {

    @Override
    public String name() {
        return "other-select";
    }

    @Override
    public ProbeOutcome run(ProbeTarget target, ProbeSession session, FixtureRows fixtures)
            throws SQLException, FixtureException {
        if (!session.hasPrivilege("SELECT", target)) {
            return ProbeOutcome.notApplicable(session.role() + " may not SELECT");
        }
        return session.inSavepoint(() -> {
            StatementResult result = VisibleRows.othersRows(target, session);
            if (!result.ok()) {
                return ProbeOutcome.notProven("reading was refused: " + result.why());
            }
            return result.count() == 0 ? ProbeOutcome.held() : ProbeOutcome.broken("rows of other tenants are visible");
        });
    }
}
