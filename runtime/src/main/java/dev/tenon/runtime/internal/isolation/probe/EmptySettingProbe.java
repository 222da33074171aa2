package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import java.util.List;

/** A session whose tenant setting is empty, as after each transaction, sees no rows and can insert none. */
public final class EmptySettingProbe extends SettingProbe {

    @Override
    public String name() {
        return "empty-setting";
    }

    @Override
    String state() {
        return "the tenant setting empty";
    }

    @Override
    List<Setup> setups(ProbeTarget target) {
        return List.of(session -> session.enterTenant(""));
    }
}
