package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.fixture.UpdatableColumns;
import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import dev.tenon.runtime.internal.isolation.session.VisibleRows;
import dev.tenon.runtime.internal.isolation.session.WriteAttempt;
import java.sql.SQLException;

/** A tenant cannot move its own row to another tenant. */
public final class TenantReassignmentProbe implements Probe {

    @Override
    public String name() {
        return "move";
    }

    @Override
    public ProbeOutcome run(ProbeTarget target, ProbeSession session, FixtureRows fixtures)
            throws SQLException, FixtureException {
        if (UpdatableColumns.column(target, session)
                .filter(target.column()::equals)
                .isEmpty()) {
            return ProbeOutcome.notApplicable(session.role() + " may not UPDATE " + target.column());
        }
        String newTenant =
                target.root() ? fixtures.newTenant().value() : target.other().value();
        return session.inSavepoint(() -> {
            long maxRows = VisibleRows.maxRows(target, session);
            return WriteAttempt.judge(
                    session.execute(UpdatableColumns.update(target, target.column(), newTenant, maxRows)),
                    "a row moved to another tenant");
        });
    }
}
