package dev.tenon.runtime.internal.isolation.reach;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The application reads and writes no relation outside the snapshot, and no view that shows with its owner's rights what
 * the application could not read itself. A view {@code WITH (security_invoker)} shows only that, also through another view,
 * so it is no leak.
 */
final class UndeclaredRelations implements ReachCheck {

    private static final String OUTSIDE = ReachSql.WITH_HELD + """
            SELECT h.roleid || E'\\n' || 'may ' || h.privileges || ' on ' || ReachSql.kind || ' ' || h.oid::regclass
                || ', which the snapshot does not have'
            FROM held h
            WHERE (h.relkind IN ('r', 'p', 'f', 'S') OR h.relkind = 'm' AND NOT h.oid = ANY ($views)) AND NOT h.oid = ANY ($tables)
                AND NOT EXISTS (
                    SELECT FROM pg_depend d WHERE h.relkind = 'S' AND d.classid = 'pg_class'::regclass AND d.objid = h.oid
                        AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') AND d.refobjid = ANY ($tables))
                AND NOT h.of_extension AND NOT h.oid = ANY ($sequences)
                AND NOT (coalesce(pg_partition_root(h.oid) = ANY ($tables), false)
                    AND (h.roleid = ($roles)[1] OR NOT pg_partition_root(h.oid) = ANY ($tenants)))
                AND NOT (h.roleid = ($roles)[1] AND EXISTS (
                    SELECT FROM pg_inherits i WHERE i.inhrelid = h.oid AND i.inhparent = ANY ($tenants)))
            ORDER BY h.oid""".replace("ReachSql.kind", ReachSql.kind("h.relkind"));

    private static final String OPEN = ReachSql.WITH_HELD
            + """
            , inside (view, base) AS (
                SELECT h.oid, u.relid FROM held h JOIN uses u ON u.ev_class = h.oid WHERE h.relkind IN ('v', 'm')
                UNION
                SELECT i.view, u.relid FROM inside i JOIN uses u ON u.ev_class = i.base JOIN pg_class v ON v.oid = i.base
                WHERE NOT INVOKER)
            SELECT h.roleid || E'\\n' || 'may ' || h.privileges || ' on ' || ReachSql.kind || ' ' || h.oid::regclass || ' of '
                || pg_get_userbyid(h.relowner) || CASE WHEN h.oid = ANY ($views) THEN '' ELSE ', which the snapshot does not have' END
                || ', and with the rights of its owner on ' || string_agg(DISTINCT b.oid::regclass::text, ', ')
            FROM held h JOIN inside i ON i.view = h.oid JOIN pg_class b ON b.oid = i.base
            WHERE (h.relkind = 'v' OR h.relkind = 'm' AND h.oid = ANY ($views)) AND NOT h.oid = ANY ($sharedviews) AND NOT h.invoker AND NOT h.of_extension
                AND b.relkind <> 'v'
                AND (b.relrowsecurity OR b.relkind = 'f' OR b.oid = ANY ($tenants) OR EXISTS (
                    SELECT FROM (VALUES ('SELECT', -1), ('UPDATE', 4), ('INSERT', 8), ('DELETE', 16)) p (name, bit)
                    WHERE p.name = ANY (string_to_array(h.privileges, ', '))
                        AND (p.bit < 0 OR pg_relation_is_updatable(h.oid, false) & p.bit <> 0)
                        AND NOT EXISTS (SELECT FROM unnest($roles) r WHERE has_table_privilege(r, b.oid, p.name))))
            GROUP BY h.oid, h.roleid, h.privileges, h.relkind, h.relowner
            ORDER BY h.oid""".replace("ReachSql.kind", ReachSql.kind("h.relkind"))
                    .replace("INVOKER", ReachSql.isInvoker("v.reloptions"));

    /** The rows of a materialized view were computed with the rights of its owner, whatever routines it calls. */
    private static final String COMPUTED = ReachSql.WITH_HELD + """
            SELECT h.roleid || E'\\n' || 'may ' || h.privileges || ' on materialized view ' || h.oid::regclass || ', whose rows '
                || string_agg(DISTINCT d.refobjid::regprocedure::text, ', ') || ' computed with the rights of its owner'
            FROM held h JOIN pg_rewrite w ON w.ev_class = h.oid
            JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid AND d.refclassid = 'pg_proc'::regclass
            WHERE h.relkind = 'm' AND h.oid = ANY ($views) AND NOT h.oid = ANY ($sharedviews) AND NOT EXISTS (
                SELECT FROM member m JOIN pg_proc p ON p.oid = m.objid JOIN pg_language l ON l.oid = p.prolang
                WHERE m.classid = 'pg_proc'::regclass AND m.objid = d.refobjid AND m.origin <> 'added' AND l.lanname = 'c')
            GROUP BY h.oid, h.roleid, h.privileges
            ORDER BY h.oid""";

    private static final String PARENTS = ReachSql.WITH_HELD + """
            SELECT h.roleid || E'\\n' || 'may SELECT on ' || h.oid::regclass || ', and sees the rows of ' || i.inhrelid::regclass
                || ', which inherits from it, without the policies of that table'
            FROM held h JOIN pg_inherits i ON i.inhparent = h.oid JOIN pg_class c ON c.oid = i.inhrelid
            WHERE h.privileges LIKE '%SELECT%' AND NOT c.relispartition AND NOT h.oid = ANY ($tenants)
                AND (c.oid = ANY ($tenants) OR NOT c.oid = ANY ($tables))
            ORDER BY h.oid, i.inhrelid""";

    @Override
    public String name() {
        return "relations";
    }

    @Override
    public List<ReachFinding> find(ReachQueries catalogs) throws SQLException {
        List<ReachFinding> findings = new ArrayList<>(ReachFinding.leaks(
                catalogs.paths(OUTSIDE), "declare it as an entity or @SqlObject, or revoke the privileges"));
        findings.addAll(ReachFinding.leaks(
                catalogs.paths(OPEN),
                "create a view WITH (security_invoker = true); for a materialized view, or if all tenants may see its rows,"
                        + " state the reason with @Shared"));
        findings.addAll(ReachFinding.leaks(
                catalogs.paths(COMPUTED), "state the reason with @Shared, or revoke the privileges"));
        findings.addAll(ReachFinding.leaks(catalogs.paths(PARENTS), "ALTER TABLE \u2026 NO INHERIT"));
        return findings;
    }
}
