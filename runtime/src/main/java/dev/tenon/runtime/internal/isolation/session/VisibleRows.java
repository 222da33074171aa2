package dev.tenon.runtime.internal.isolation.session;

import java.sql.SQLException;

/** Counts what a tenant sees. */
public final class VisibleRows {

    private VisibleRows() {}

    /** The tenant's own rows that it sees; the session is the tenant's afterwards. */
    public static StatementResult ownRows(ProbeTarget subject, ProbeSession stage, FixtureTenant tenant)
            throws SQLException {
        stage.become(tenant.text());
        return stage.ask("SELECT pg_catalog.count(*) FROM " + subject.sql() + " WHERE "
                + stage.isTenant(subject, subject.tenantColumn(), tenant));
    }

    /** A row of any other tenant, made up or real, that the tenant sees; the session is the tenant's afterwards. */
    public static StatementResult othersRows(ProbeTarget subject, ProbeSession stage) throws SQLException {
        stage.become(subject.one().text());
        return stage.ask("SELECT pg_catalog.count(*) FROM (SELECT FROM " + subject.sql() + " WHERE ("
                + stage.isTenant(subject, subject.tenantColumn(), subject.one()) + ") IS NOT TRUE LIMIT 1) seen");
    }

    /** Whether the policies for updates let the tenant at a row of its own, which is asked by locking it. */
    public static boolean within(ProbeTarget subject, ProbeSession stage) throws SQLException {
        stage.become(subject.one().text());
        return stage.ask("SELECT pg_catalog.count(*) FROM (SELECT FROM " + subject.sql() + " WHERE "
                                + stage.isTenant(subject, subject.tenantColumn(), subject.one())
                                + " FOR UPDATE) reached")
                        .count()
                > 0;
    }

    /** How many rows a statement of the tenant may touch: as many as it has, and at least the one that was made for it. */
    public static long reach(ProbeTarget subject, ProbeSession stage) throws SQLException {
        return Math.max(1, ownRows(subject, stage, subject.one()).count());
    }
}
