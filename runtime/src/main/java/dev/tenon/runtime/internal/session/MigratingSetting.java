package dev.tenon.runtime.internal.session;

/**
 * The setting by which users' triggers recognize a session of the migrator:
 * {@code WHEN (current_setting('tenon.migrating', true) IS DISTINCT FROM 'on')}.
 */
public final class MigratingSetting {

    /** The name of the setting. */
    public static final String NAME = "tenon.migrating";

    static final String ON = "on";

    /** For statements of migrations, until the end of the transaction. */
    public static final String SET_LOCALLY = "SET LOCAL " + NAME + " = '" + ON + "'";

    private MigratingSetting() {}
}
