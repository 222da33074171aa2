package dev.tenon.runtime.internal.isolation.session;

import java.sql.SQLException;

/** Counts the rows that a tenant sees. */
public final class VisibleRows {

    private VisibleRows() {}

    /** Counts the tenant's own visible rows; afterwards the session has that tenant. */
    public static StatementResult ownRows(ProbeTarget target, ProbeSession session, FixtureTenant tenant)
            throws SQLException {
        session.enterTenant(tenant.text());
        return session.execute("SELECT pg_catalog.count(*) FROM " + target.sql() + " WHERE "
                + session.isTenant(target, target.tenantColumn(), tenant));
    }

    /** Counts a visible row of any other tenant; afterwards the session has the first tenant. */
    public static StatementResult othersRows(ProbeTarget target, ProbeSession session) throws SQLException {
        session.enterTenant(target.one().text());
        return session.execute("SELECT pg_catalog.count(*) FROM (SELECT FROM " + target.sql() + " WHERE ("
                + session.isTenant(target, target.tenantColumn(), target.one()) + ") IS NOT TRUE LIMIT 1) seen");
    }

    /** Whether the UPDATE policies allow the tenant access to a row of its own; determined by a row lock. */
    public static boolean canLockOwnRow(ProbeTarget target, ProbeSession session) throws SQLException {
        session.enterTenant(target.one().text());
        return session.execute("SELECT pg_catalog.count(*) FROM (SELECT FROM " + target.sql() + " WHERE "
                                + session.isTenant(target, target.tenantColumn(), target.one())
                                + " FOR UPDATE) reached")
                        .count()
                > 0;
    }

    /** Returns how many rows a statement of the tenant may affect: its visible rows, and at least the fixture row. */
    public static long maxRows(ProbeTarget target, ProbeSession session) throws SQLException {
        return Math.max(1, ownRows(target, session, target.one()).count());
    }
}
