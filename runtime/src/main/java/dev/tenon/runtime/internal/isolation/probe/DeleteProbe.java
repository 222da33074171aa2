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

/** A tenant's DELETE, with any condition, deletes its own rows and no rows of another tenant. */
public final class DeleteProbe implements Probe {

    @Override
    public String name() {
        return "other-delete";
    }

    @Override
    public ProbeOutcome run(ProbeTarget subject, ProbeSession stage, FixtureRows seeds)
            throws SQLException, FixtureException {
        if (!stage.may("DELETE", subject)) {
            return ProbeOutcome.notApplicable(stage.role() + " may not DELETE");
        }
        return stage.aside(() -> {
            String sql = "DELETE FROM " + subject.sql() + " WHERE "
                    + RowCountGuard.atMost(VisibleRows.reach(subject, stage));
            WriteReach.Attempt attempt = WriteReach.attempt(sql, subject, stage);
            // A foreign key speaks up after the last row, so the guard had nothing to say.
            return attempt.answer()
                            .refusal()
                            .filter(StatementError::byForeignKey)
                            .isPresent()
                    ? ProbeOutcome.held("the tenant's own rows are referenced: "
                            + attempt.answer().why())
                    : WriteReach.judge("DELETE", attempt);
        });
    }
}
