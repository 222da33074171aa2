package dev.tenon.runtime.isolation;

import java.util.List;

/** In a session whose tenant is gone, as it is after each transaction, there are no rows, and none can be added. */
final class EmptySettingProbe extends SettingProbe {

    @Override
    public String name() {
        return "empty-setting";
    }

    @Override
    String state() {
        return "the tenant setting empty";
    }

    @Override
    List<Entry> entries(Subject subject) {
        return List.of(stage -> stage.become(""));
    }
}
