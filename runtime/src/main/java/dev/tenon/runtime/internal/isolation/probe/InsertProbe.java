package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.FixtureRow;
import dev.tenon.runtime.internal.isolation.session.FixtureTenant;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import dev.tenon.runtime.internal.isolation.session.StatementResult;
import dev.tenon.runtime.internal.isolation.session.WriteAttempt;
import java.sql.SQLException;

/** A tenant cannot insert a row of another tenant, but can insert its own. */
public final class InsertProbe implements Probe {

    @Override
    public String name() {
        return "other-insert";
    }

    @Override
    public ProbeOutcome run(ProbeTarget target, ProbeSession session, FixtureRows fixtures)
            throws SQLException, FixtureException {
        if (!session.hasPrivilege("INSERT", target)) {
            return ProbeOutcome.notApplicable(session.role() + " may not INSERT");
        }
        FixtureTenant self = target.root() ? fixtures.newTenant() : target.one();
        StatementResult own = session.inSavepoint(() -> insert(target, self, self, session, fixtures));
        if (!own.ok()) {
            return ProbeOutcome.notProven("a tenant cannot insert its own rows, so a refused insert for another tenant"
                    + " proves nothing; if intended, revoke the privilege: " + own.why());
        }
        FixtureTenant other = target.root() ? fixtures.newTenant() : target.other();
        return WriteAttempt.judge(
                session.inSavepoint(() -> insert(target, target.one(), other, session, fixtures)),
                "a row of another tenant");
    }

    private static StatementResult insert(
            ProbeTarget target, FixtureTenant tenant, FixtureTenant owner, ProbeSession session, FixtureRows fixtures)
            throws SQLException, FixtureException {
        FixtureRow row = fixtures.probeRow(target.name(), owner);
        session.enterTenant(tenant.text());
        return session.execute(row.insert());
    }
}
