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

/** A tenant's UPDATE, with any condition, changes its own rows and no rows of another tenant. */
public final class UpdateProbe implements Probe {

    @Override
    public String name() {
        return "other-update";
    }

    @Override
    public ProbeOutcome run(ProbeTarget subject, ProbeSession stage, FixtureRows seeds)
            throws SQLException, FixtureException {
        Optional<String> column = UpdatableColumns.column(subject, stage);
        if (column.isEmpty()) {
            return ProbeOutcome.notApplicable(stage.role() + " may not UPDATE");
        }
        boolean takeover = column.get().equals(subject.column());
        String value = takeover ? subject.one().value() : "DEFAULT";
        return stage.aside(() -> {
            String sql = UpdatableColumns.update(subject, column.get(), value, VisibleRows.reach(subject, stage));
            WriteReach.Attempt attempt = WriteReach.attempt(sql, subject, stage);
            boolean constraint = attempt.answer()
                    .refusal()
                    .filter(StatementError::byConstraint)
                    .isPresent();
            return constraint && takeover
                    ? ProbeOutcome.broken("a row of another tenant was changed, and only a constraint stopped it: "
                            + attempt.answer().why())
                    : takeover && WriteReach.nothing(attempt) && VisibleRows.within(subject, stage)
                            ? ProbeOutcome.held(
                                    "its own rows can be changed, although a trigger suppresses updates that change"
                                            + " nothing")
                            : WriteReach.judge("UPDATE", attempt);
        });
    }
}
