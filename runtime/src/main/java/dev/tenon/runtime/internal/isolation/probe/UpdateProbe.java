package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.fixture.UpdatableColumns;
import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import dev.tenon.runtime.internal.isolation.session.StatementError;
import dev.tenon.runtime.internal.isolation.session.VisibleRows;
import dev.tenon.runtime.internal.isolation.session.WriteReach;
import java.sql.SQLException;
import java.util.Optional;

/** A tenant's UPDATE, with any condition, changes only its own rows. */
public final class UpdateProbe implements Probe {

    @Override
    public String name() {
        return "other-update";
    }

    @Override
    public ProbeOutcome run(ProbeTarget target, ProbeSession session, FixtureRows fixtures)
            throws SQLException, FixtureException {
        Optional<String> column = UpdatableColumns.column(target, session);
        if (column.isEmpty()) {
            return ProbeOutcome.notApplicable(session.role() + " may not UPDATE");
        }
        boolean takeover = column.get().equals(target.column());
        String value = takeover ? target.one().value() : "DEFAULT";
        return session.inSavepoint(() -> {
            String sql = UpdatableColumns.update(target, column.get(), value, VisibleRows.maxRows(target, session));
            WriteReach.Attempt attempt = WriteReach.attempt(sql, target, session);
            boolean constraint = attempt.result()
                    .refusal()
                    .filter(StatementError::byConstraint)
                    .isPresent();
            return constraint && takeover
                    ? ProbeOutcome.broken("a row of another tenant was changed, and only a constraint stopped it: "
                            + attempt.result().why())
                    : takeover && WriteReach.affectedNothing(attempt) && VisibleRows.canLockOwnRow(target, session)
                            ? ProbeOutcome.held(
                                    "its own rows can be changed, although a trigger suppresses updates that change"
                                            + " nothing")
                            : WriteReach.judge("UPDATE", attempt);
        });
    }
}
