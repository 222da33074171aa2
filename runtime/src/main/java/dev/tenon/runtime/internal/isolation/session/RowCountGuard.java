package dev.tenon.runtime.internal.isolation.session;

/**
 * A condition that lets an unconditional statement change some rows and fails at the next row, so that a leak is
 * detected without damage. It references no column, because that would add the SELECT policies. Policies are evaluated
 * before it, because it may raise an error.
 */
public final class RowCountGuard {

    private static final String MARKER = "beyond";

    private RowCountGuard() {}

    /** Returns the condition as SQL. It counts in a transaction-local setting. */
    public static String atMost(long rows) {
        return "pg_catalog.concat('0', CASE WHEN pg_catalog.set_config('tenon.reached', (pg_catalog.concat('0',"
                + " pg_catalog.current_setting('tenon.reached', true))::bigint OPERATOR(pg_catalog.+) 1)::text, true)::bigint"
                + " OPERATOR(pg_catalog.>) " + rows + " THEN ' " + MARKER
                + "' ELSE '' END)::integer OPERATOR(pg_catalog.=) 0";
    }

    /** Whether the guard stopped the statement. */
    public static boolean stopped(StatementError refusal) {
        return refusal.byValue() && refusal.message().contains("0 " + MARKER);
    }
}
