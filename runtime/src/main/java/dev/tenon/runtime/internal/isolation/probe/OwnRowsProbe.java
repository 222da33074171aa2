package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import dev.tenon.runtime.internal.isolation.session.StatementResult;
import dev.tenon.runtime.internal.isolation.session.VisibleRows;
import java.sql.SQLException;

/** A tenant sees its own rows; otherwise, seeing no other rows would prove nothing. */
public final class OwnRowsProbe implements Probe {

    @Override
    public String name() {
        return "own-select";
    }

    @Override
    public ProbeOutcome run(ProbeTarget target, ProbeSession session, FixtureRows fixtures)
            throws SQLException, FixtureException {
        if (!session.hasPrivilege("SELECT", target)) {
            return ProbeOutcome.notApplicable(session.role() + " may not SELECT");
        }
        return session.inSavepoint(() -> {
            StatementResult result = VisibleRows.ownRows(target, session, target.one());
            if (!result.ok()) {
                return ProbeOutcome.notProven("a tenant cannot read its own row: " + result.why());
            }
            return result.count() > 0 ? ProbeOutcome.held() : ProbeOutcome.notProven("a tenant cannot see its own row");
        });
    }
}
