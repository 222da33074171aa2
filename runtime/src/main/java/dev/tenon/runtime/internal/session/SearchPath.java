package dev.tenon.runtime.internal.session;

/**
 * The {@code search_path} of the sessions. A role with CREATE on a schema of the path could add a function, operator or
 * type that matches a call better than the built-in one, and it would run with the privileges of the migrating role. So
 * Tenon's own queries use {@code pg_catalog} only; only the statements of migrations and expressions of users can see
 * {@code public}.
 *
 * <p>{@code SET} changes the path, because no role can replace it with a function.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PATTERNS">Usage Patterns of
 *     Schemas</a>
 */
public final class SearchPath {

    /** The name of the setting. */
    static final String SETTING = "search_path";

    /** The schema {@code pg_catalog} only. Without an explicit last position, {@code pg_temp} would come first. */
    static final String OWN = "pg_catalog, pg_temp";

    /** The schema of unqualified names in a migration. */
    static final String FOR_MIGRATIONS = "public";

    /** For statements of migrations, until the session is reset. */
    static final String SET_FOR_MIGRATIONS = "SET " + SETTING + " TO " + FOR_MIGRATIONS;

    /** For Tenon's own queries, until the end of the transaction. */
    public static final String SET_OWN_LOCALLY = "SET LOCAL " + SETTING + " TO " + OWN;

    /** For statements of migrations and expressions of users, until the end of the transaction. */
    public static final String SET_FOR_MIGRATIONS_LOCALLY = "SET LOCAL " + SETTING + " TO " + FOR_MIGRATIONS;

    private SearchPath() {}
}
