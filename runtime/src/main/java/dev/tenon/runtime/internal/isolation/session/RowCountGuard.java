package dev.tenon.runtime.internal.isolation.session;

/**
 * A condition that lets an otherwise unconditional statement change some rows and fails at the next, so that a leak
 * is detected without damage. It references no column, because that would add the SELECT policies; policies are
 * evaluated before it, because it may raise an error.
 */
public final class RowCountGuard {

    private static final String BEYOND = "beyond";

    private RowCountGuard() {}

    /** The condition as SQL. It counts in a setting, which goes with the transaction. */
    public static String atMost(long rows) {
        return "pg_catalog.concat('0', CASE WHEN pg_catalog.set_config('tenon.reached', (pg_catalog.concat('0',"
                + " pg_catalog.current_setting('tenon.reached', true))::bigint OPERATOR(pg_catalog.+) 1)::text, true)::bigint"
                + " OPERATOR(pg_catalog.>) " + rows + " THEN ' " + BEYOND
                + "' ELSE '' END)::integer OPERATOR(pg_catalog.=) 0";
    }

    /** Whether it was the guard that stopped the statement. */
    public static boolean stopped(StatementError refusal) {
        return refusal.byValue() && refusal.message().contains("0 " + BEYOND);
    }
}
