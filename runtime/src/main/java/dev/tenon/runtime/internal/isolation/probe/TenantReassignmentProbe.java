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
    public ProbeOutcome run(ProbeTarget subject, ProbeSession stage, FixtureRows seeds)
            throws SQLException, FixtureException {
        if (UpdatableColumns.column(subject, stage)
                .filter(subject.column()::equals)
                .isEmpty()) {
            return ProbeOutcome.notApplicable(stage.role() + " may not UPDATE " + subject.column());
        }
        String target =
                subject.root() ? seeds.newTenant().value() : subject.other().value();
        return stage.aside(() -> {
            long reach = VisibleRows.reach(subject, stage);
            return WriteAttempt.judge(
                    stage.ask(UpdatableColumns.update(subject, subject.column(), target, reach)),
                    "a row moved to another tenant");
        });
    }
}
