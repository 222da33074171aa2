package dev.tenon.runtime.isolation;

import java.sql.SQLException;

/** In a session whose tenant setting names none there are no rows or an error, and no row can be added. */
final class GarbageSettingProbe extends SettingProbe {

    @Override
    public String name() {
        return "garbage-setting";
    }

    @Override
    String state() {
        return "garbage in the tenant setting";
    }

    @Override
    void enter(Stage stage) throws SQLException {
        stage.become("no tenant' OR 'a'='a");
    }
}
