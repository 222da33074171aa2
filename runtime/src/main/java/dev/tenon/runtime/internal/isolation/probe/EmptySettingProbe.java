package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import java.util.List;

/** In a session whose tenant is gone, as it is after each transaction, there are no rows, and none can be added. */
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
    List<Entry> entries(ProbeTarget subject) {
        return List.of(stage -> stage.become(""));
    }
}
