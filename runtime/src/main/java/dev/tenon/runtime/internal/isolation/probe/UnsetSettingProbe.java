package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import java.sql.SQLException;
import java.util.List;

/** A session that never had a tenant sees no rows and can insert none. */
public final class UnsetSettingProbe extends SettingProbe {

    @Override
    public String name() {
        return "unset-setting";
    }

    @Override
    public ProbeOutcome run(ProbeTarget target, ProbeSession session, FixtureRows fixtures)
            throws SQLException, FixtureException {
        return session.isSettingUnset()
                ? super.run(target, session, fixtures)
                : ProbeOutcome.notApplicable("this session already had the setting, which can only be emptied");
    }

    @Override
    String state() {
        return "the tenant setting unset";
    }

    @Override
    List<Setup> setups(ProbeTarget target) {
        return List.of(ProbeSession::setApplicationRole);
    }
}
