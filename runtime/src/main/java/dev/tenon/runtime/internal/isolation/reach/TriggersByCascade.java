package dev.tenon.runtime.internal.isolation.reach;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * No undeclared trigger runs for a referential action: it then runs as the owner of the table, whatever its function
 * says. Other undeclared code on tenant tables runs as the application, and is worth a look.
 */
final class TriggersByCascade implements ReachCheck {

    private static final String ROW_EVENTS = """
            , harmless AS (
                SELECT p.oid FROM pg_proc p
                LEFT JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
                LEFT JOIN pg_extension x ON d.refclassid = 'pg_extension'::regclass AND x.oid = d.refobjid
                WHERE NOT p.prosecdef AND (p.oid < 10000 AND p.proname IN (
                        'suppress_redundant_updates_trigger', 'tsvector_update_trigger', 'tsvector_update_trigger_column')
                    OR x.extname IN ('moddatetime', 'insert_username') AND p.proname = x.extname AND p.prosrc = x.extname
                        AND p.probin = '$libdir/' || x.extname
                        AND NOT EXISTS (SELECT FROM added a WHERE a.classid = 'pg_proc'::regclass AND a.objid = p.oid))),
            fired AS (
                SELECT DISTINCT ON (g.oid) g.oid, g.tgname, g.tgfoid, w.roleid, w.path, w.as_owner, g.tgrelid
                FROM pg_trigger g JOIN written w ON w.oid = g.tgrelid AND w.events & g.tgtype <> 0
                JOIN pg_proc p ON p.oid = g.tgfoid
                WHERE NOT p.oid IN (SELECT oid FROM harmless) AND NOT g.tgisinternal AND g.tgenabled <> 'D' AND NOT p.oid = ANY ($sharedroutines)
                    AND NOT (p.prosecdef AND NOT p.proowner = ANY ($roles))
                    AND NOT (coalesce(nullif(g.tgparentid, 0), g.oid) = ANY ($triggers) AND p.oid = ANY ($routines))
                    AND NOT (g.oid IN (SELECT objid FROM pg_depend WHERE classid = 'pg_trigger'::regclass AND deptype = 'e'))
                ORDER BY g.oid, w.as_owner DESC, length(w.path))
            SELECT roleid || E'\\n' || path || ' \u2192 trigger ' || quote_ident(tgname) || ', which the snapshot does not have as it is, runs '
                || tgfoid::regprocedure || CASE WHEN as_owner THEN ' as the owner of ' || tgrelid::regclass ELSE '' END
            FROM fired
            """;

    private static final String AS_OWNER =
            WrittenSql.WITH_WRITTEN + ROW_EVENTS + "WHERE as_owner ORDER BY tgrelid, oid";

    private static final String AS_CALLER = WrittenSql.WITH_WRITTEN + ROW_EVENTS
            + "WHERE NOT as_owner AND (tgrelid = ANY ($tenants)) ORDER BY tgrelid, oid";

    @Override
    public String name() {
        return "triggers";
    }

    @Override
    public List<ReachFinding> find(ReachQueries catalogs) throws SQLException {
        List<ReachFinding> findings = new ArrayList<>(ReachFinding.leaks(
                catalogs.paths(AS_OWNER), "declare trigger and function with @SqlObject, or drop the trigger"));
        findings.addAll(ReachFinding.warnings(
                catalogs.paths(AS_CALLER),
                "it sees each tenant's rows with that tenant's rights; declare it with @SqlObject"));
        return findings;
    }
}
