package dev.tenon.runtime.isolation;

import java.sql.SQLException;
import java.util.List;

/** In a session that never had a tenant there are no rows, and none can be added. */
final class UnsetSettingProbe extends SettingProbe {

    @Override
    public String name() {
        return "unset-setting";
    }

    @Override
    public Outcome run(Subject subject, Stage stage, Seeds seeds) throws SQLException, SeedException {
        return stage.neverSet()
                ? super.run(subject, stage, seeds)
                : Outcome.notApplicable("this session already had the setting, which can only be emptied");
    }

    @Override
    String state() {
        return "the tenant setting unset";
    }

    @Override
    List<Entry> entries(Subject subject) {
        return List.of(Stage::becomeApplication);
    }
}
