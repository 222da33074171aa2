package dev.tenon.runtime.internal.isolation.reach;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * No row that all tenants share takes rows of tenants with it: a referential action changes the rows of every tenant that
 * reference it, because it runs as the owner of their table.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK">Foreign Keys</a>
 */
final class TenantCascades implements ReachCheck {

    private static final String CASCADES = ReachSql.WITH_HELD + """
            , changed (oid, deletes, roleid, path) AS (
                SELECT h.oid, d.deletes, h.roleid, (CASE WHEN d.deletes THEN 'may DELETE on ' ELSE 'may UPDATE on ' END || h.oid::regclass)
                    COLLATE "C"
                FROM held h, (VALUES (true), (false)) d (deletes)
                WHERE h.relkind IN ('r', 'p') AND NOT h.oid = ANY ($tenants)
                    AND CASE WHEN d.deletes THEN 'DELETE' ELSE 'UPDATE' END = ANY (string_to_array(h.privileges, ', '))
                UNION
                SELECT k.conrelid, c.deletes AND k.confdeltype = 'c', c.roleid,
                    'changes ' || c.oid::regclass || ' \u2192 by foreign key ' || quote_ident(k.conname) || ' also ' || k.conrelid::regclass
                FROM changed c JOIN pg_constraint k ON k.confrelid = c.oid AND k.contype = 'f' AND k.conrelid <> c.oid
                    AND CASE WHEN c.deletes THEN k.confdeltype ELSE k.confupdtype END NOT IN ('a', 'r')
                WHERE NOT c.oid = ANY ($tenants))
            SELECT DISTINCT ON (oid) roleid || E'\\n' || path || ', whose rows belong to tenants'
            FROM changed WHERE oid = ANY ($tenants)
            ORDER BY oid, length(path), path""";

    /** A tenant that deletes itself reaches nobody else, but nobody has granted that it may. */
    private static final String OWN_TENANT = ReachSql.WITH_HELD + """
            , gone (oid, roleid, path) AS (
                SELECT h.oid, h.roleid, ('may DELETE on ' || h.oid::regclass) COLLATE "C"
                FROM held h
                WHERE h.oid = ANY ($tenants) AND NOT h.oid = ANY ($root) AND 'DELETE' = ANY (string_to_array(h.privileges, ', '))
                UNION
                SELECT k.conrelid, g.roleid,
                    'deletes from ' || g.oid::regclass || ' \u2192 by foreign key ' || quote_ident(k.conname) || ' also from ' || k.conrelid::regclass
                FROM gone g JOIN pg_constraint k ON k.confrelid = g.oid AND k.contype = 'f' AND k.confdeltype = 'c'
                WHERE NOT g.oid = ANY ($root))
            SELECT DISTINCT ON (oid) roleid || E'\\n' || path || ', and so its tenant with all its rows'
            FROM gone
            WHERE oid = ANY ($root) AND NOT EXISTS (
                SELECT FROM held h WHERE h.oid = ANY ($root) AND 'DELETE' = ANY (string_to_array(h.privileges, ', ')))
            ORDER BY oid, length(path), path""";

    @Override
    public String name() {
        return "cascades";
    }

    @Override
    public List<ReachFinding> find(ReachQueries catalogs) throws SQLException {
        List<ReachFinding> findings = new ArrayList<>(ReachFinding.leaks(
                catalogs.paths(CASCADES),
                "declare NO ACTION or RESTRICT, or do not grant the application to change the shared row"));
        findings.addAll(
                ReachFinding.warnings(
                        catalogs.paths(OWN_TENANT),
                        "declare NO ACTION or RESTRICT for it, or @Grant(Privilege.DELETE) on the tenant root if tenants may do that"));
        return findings;
    }
}
