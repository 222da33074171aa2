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

/** A tenant cannot add a row to another, while it can add one to itself. */
public final class InsertProbe implements Probe {

    @Override
    public String name() {
        return "other-insert";
    }

    @Override
    public ProbeOutcome run(ProbeTarget subject, ProbeSession stage, FixtureRows seeds)
            throws SQLException, FixtureException {
        if (!stage.may("INSERT", subject)) {
            return ProbeOutcome.notApplicable(stage.role() + " may not INSERT");
        }
        FixtureTenant self = subject.root() ? seeds.newTenant() : subject.one();
        StatementResult own = stage.aside(() -> insert(subject, self, self, stage, seeds));
        if (!own.ok()) {
            return ProbeOutcome.notProven("a tenant cannot insert its own rows, so a refused insert for another tenant"
                    + " proves nothing; if intended, revoke the privilege: " + own.why());
        }
        FixtureTenant other = subject.root() ? seeds.newTenant() : subject.other();
        return WriteAttempt.judge(
                stage.aside(() -> insert(subject, subject.one(), other, stage, seeds)), "a row of another tenant");
    }

    private static StatementResult insert(
            ProbeTarget subject, FixtureTenant session, FixtureTenant owner, ProbeSession stage, FixtureRows seeds)
            throws SQLException, FixtureException {
        FixtureRow row = seeds.probeRow(subject.name(), owner);
        stage.become(session.text());
        return stage.ask(row.insert());
    }
}
