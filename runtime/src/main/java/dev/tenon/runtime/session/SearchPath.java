package dev.tenon.runtime.session;

/**
 * Where the server looks for names that have no schema. Whoever may create anything in a schema on the path can have a function,
 * an operator or a type there that fits a call better than the server's own, and it would run with the rights of the migrating
 * role. So Tenon's own questions look in the server's schema alone, and only the statements of migrations and what users wrote in
 * expressions look in {@code public}.
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
