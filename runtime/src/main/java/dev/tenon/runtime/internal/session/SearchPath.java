package dev.tenon.runtime.internal.session;

/**
 * The {@code search_path} of the sessions. A role with CREATE on a schema of the path could add a function, operator
 * or type that matches a call better than the built-in one, and it would run with the privileges of the migrating
 * role. So Tenon's own queries use {@code pg_catalog} only; only the statements of migrations and expressions of
 * users can see {@code public}.
 *
 * <p>The path is changed by {@code SET}, which nobody can put a function in the place of.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PATTERNS">Usage Patterns of Schemas</a>
 */
public final class SearchPath {

    /** The name of the setting. */
    static final String SETTING = "search_path";

    /** The server's own schema alone. The schema of temporary objects would come first if it were not said to come last. */
    static final String OWN = "pg_catalog, pg_temp";

    /** What a name without a schema means in a migration. */
    static final String THEIRS = "public";

    /** For statements of migrations, until the session is reset. */
    static final String SET_THEIRS = "SET " + SETTING + " TO " + THEIRS;

    /** For Tenon's own questions, until the end of the transaction. */
    public static final String SET_OWN_LOCALLY = "SET LOCAL " + SETTING + " TO " + OWN;

    /** For statements of migrations and expressions of users, until the end of the transaction. */
    public static final String SET_THEIRS_LOCALLY = "SET LOCAL " + SETTING + " TO " + THEIRS;

    private SearchPath() {}
}
