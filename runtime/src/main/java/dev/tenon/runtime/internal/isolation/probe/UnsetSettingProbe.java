package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import java.sql.SQLException;
import java.util.List;

/** In a session that never had a tenant there are no rows, and none can be added. */
public final class UnsetSettingProbe extends SettingProbe {

    @Override
    public String name() {
        return "unset-setting";
    }

    @Override
    public ProbeOutcome run(ProbeTarget subject, ProbeSession stage, FixtureRows seeds)
            throws SQLException, FixtureException {
        return stage.neverSet()
                ? super.run(subject, stage, seeds)
                : ProbeOutcome.notApplicable("this session already had the setting, which can only be emptied");
    }

    @Override
    String state() {
        return "the tenant setting unset";
    }

    @Override
    List<Entry> entries(ProbeTarget subject) {
        return List.of(ProbeSession::becomeApplication);
    }
}
