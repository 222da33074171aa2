package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import dev.tenon.runtime.internal.isolation.session.StatementResult;
import dev.tenon.runtime.internal.isolation.session.VisibleRows;
import java.sql.SQLException;

/** A tenant sees its own rows; if not, that it sees no others would prove nothing. */
public final class OwnRowsProbe implements Probe {

    @Override
    public String name() {
        return "own-select";
    }

    @Override
    public ProbeOutcome run(ProbeTarget subject, ProbeSession stage, FixtureRows seeds)
            throws SQLException, FixtureException {
        if (!stage.may("SELECT", subject)) {
            return ProbeOutcome.notApplicable(stage.role() + " may not SELECT");
        }
        return stage.aside(() -> {
            StatementResult answer = VisibleRows.ownRows(subject, stage, subject.one());
            if (!answer.ok()) {
                return ProbeOutcome.notProven("a tenant cannot read its own row: " + answer.why());
            }
            return answer.count() > 0 ? ProbeOutcome.held() : ProbeOutcome.notProven("a tenant cannot see its own row");
        });
    }
}
