package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import dev.tenon.runtime.internal.isolation.session.RowCountGuard;
import dev.tenon.runtime.internal.isolation.session.StatementError;
import dev.tenon.runtime.internal.isolation.session.VisibleRows;
import dev.tenon.runtime.internal.isolation.session.WriteReach;
import java.sql.SQLException;

/** A tenant's DELETE, with any condition, deletes only its own rows. */
public final class DeleteProbe implements Probe {

    @Override
    public String name() {
        return "other-delete";
    }

    @Override
    public ProbeOutcome run(ProbeTarget target, ProbeSession session, FixtureRows fixtures)
            throws SQLException, FixtureException {
        if (!session.hasPrivilege("DELETE", target)) {
            return ProbeOutcome.notApplicable(session.role() + " may not DELETE");
        }
        return session.inSavepoint(() -> {
            String sql = "DELETE FROM " + target.sql() + " WHERE "
                    + RowCountGuard.atMost(VisibleRows.maxRows(target, session));
            WriteReach.Attempt attempt = WriteReach.attempt(sql, target, session);
            // A foreign key is checked after the last row, so the row count guard did not fail.
            return attempt.result()
                            .refusal()
                            .filter(StatementError::byForeignKey)
                            .isPresent()
                    ? ProbeOutcome.held("the tenant's own rows are referenced: "
                            + attempt.result().why())
                    : WriteReach.judge("DELETE", attempt);
        });
    }
}
