package dev.tenon.runtime.isolation;

import java.sql.SQLException;

/** Counts what a tenant sees. */
final class Sight {

    private Sight() {}

    /** The tenant's own rows that it sees; the session is the tenant's afterwards. */
    static Answer ownRows(Subject subject, Stage stage, Tenant tenant) throws SQLException {
        stage.become(tenant.text());
        return stage.ask("SELECT pg_catalog.count(*) FROM " + subject.sql() + " WHERE "
                + stage.isTenant(subject, subject.tenantColumn(), tenant));
    }

    /** A row of any other tenant, made up or real, that the tenant sees; the session is the tenant's afterwards. */
    static Answer othersRows(Subject subject, Stage stage) throws SQLException {
        stage.become(subject.one().text());
        return stage.ask("SELECT pg_catalog.count(*) FROM (SELECT FROM " + subject.sql() + " WHERE ("
                + stage.isTenant(subject, subject.tenantColumn(), subject.one()) + ") IS NOT TRUE LIMIT 1) seen");
    }

    /** Whether the policies for updates let the tenant at a row of its own, which is asked by locking it. */
    static boolean within(Subject subject, Stage stage) throws SQLException {
        stage.become(subject.one().text());
        return stage.ask("SELECT pg_catalog.count(*) FROM (SELECT FROM " + subject.sql() + " WHERE "
                                + stage.isTenant(subject, subject.tenantColumn(), subject.one())
                                + " FOR UPDATE) reached")
                        .count()
                > 0;
    }

    /** How many rows a statement of the tenant may touch: as many as it has, and at least the one that was made for it. */
    static long reach(Subject subject, Stage stage) throws SQLException {
        return Math.max(1, ownRows(subject, stage, subject.one()).count());
    }
}
