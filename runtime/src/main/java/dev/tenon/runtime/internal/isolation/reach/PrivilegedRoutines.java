package dev.tenon.runtime.internal.isolation.reach;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The application runs no routine with other rights than its own, none that is trusted with the values of hidden rows
 * (LEAKPROOF), and none that sets the tenant: whatever its body says. Declared exceptions state a reason, and hold for
 * one signature and one body.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createfunction.html">CREATE FUNCTION</a>
 */
final class PrivilegedRoutines implements ReachCheck {

    private static final String OPEN = WrittenSql.WITH_WRITTEN + """
            , candidate AS (
                SELECT p.*, n.oid AS namespace, a.extname AS smuggled,
                    p.prosecdef AND NOT p.proowner = ANY ($roles) AS as_owner,
                    EXISTS (SELECT FROM unnest(p.proconfig) c WHERE lower(split_part(c, '=', 1)) IN (lower($setting), 'role',
                        'session_authorization', 'session_replication_role', 'row_security')) AS sets
                FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                LEFT JOIN added a ON a.classid = 'pg_proc'::regclass AND a.objid = p.oid
                WHERE (p.prosecdef OR p.proleakproof OR p.proconfig IS NOT NULL) AND p.oid >= 16384
                    AND NOT p.oid = ANY ($sharedroutines)
                    AND (a.objid IS NOT NULL OR NOT EXISTS (
                        SELECT FROM pg_depend e JOIN pg_extension x ON x.oid = e.refobjid
                        WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.refclassid = 'pg_extension'::regclass
                            AND e.deptype = 'e' AND (age(p.xmin) >= age(x.xmin) OR p.proleakproof IS NOT TRUE AND p.prolang = (
                                SELECT oid FROM pg_language WHERE lanname = 'c'))))),
            way AS (
                SELECT c.oid, r.oid AS roleid, 1 AS rank, 'may EXECUTE' AS how
                FROM candidate c JOIN role r ON has_function_privilege(r.oid, c.oid, 'EXECUTE')
                WHERE c.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype)
                    AND has_schema_privilege(r.oid, c.namespace, 'USAGE')
                UNION ALL
                SELECT c.oid, r.oid, 2, 'may EXECUTE, through ' || pg_describe_object(d.classid, d.objid, d.objsubid) || ','
                FROM candidate c JOIN role r ON has_function_privilege(r.oid, c.oid, 'EXECUTE')
                JOIN pg_depend d ON d.refclassid = 'pg_proc'::regclass AND d.refobjid = c.oid AND d.deptype <> 'e'
                    AND d.classid NOT IN ('pg_trigger'::regclass, 'pg_event_trigger'::regclass)
                UNION ALL
                SELECT c.oid, ($roles)[1], 3, 'runs by ' || pg_describe_object(d.classid, d.objid, d.objsubid)
                FROM candidate c
                JOIN pg_depend d ON d.refclassid = 'pg_proc'::regclass AND d.refobjid = c.oid AND d.deptype <> 'e'
                LEFT JOIN pg_proc p ON d.classid = 'pg_proc'::regclass AND p.oid = d.objid
                WHERE p.prokind = 'a' OR d.classid NOT IN ('pg_proc'::regclass, 'pg_trigger'::regclass,
                    'pg_event_trigger'::regclass, 'pg_rewrite'::regclass, 'pg_attrdef'::regclass, 'pg_policy'::regclass,
                    'pg_constraint'::regclass, 'pg_class'::regclass, 'pg_cast'::regclass)
                UNION ALL
                SELECT c.oid, w.roleid, 4, w.path || ' \u2192 trigger ' || quote_ident(g.tgname) || ' runs'
                FROM candidate c JOIN pg_trigger g ON g.tgfoid = c.oid AND g.tgenabled <> 'D'
                JOIN written w ON w.oid = g.tgrelid AND w.events & g.tgtype <> 0
                UNION ALL
                SELECT c.oid, ($roles)[1], 5, 'runs, by event trigger ' || quote_ident(e.evtname) || ','
                FROM candidate c JOIN pg_event_trigger e ON e.evtfoid = c.oid AND e.evtenabled <> 'D')
            SELECT DISTINCT ON (c.oid) c.oid || E'\\n' || (c.as_owner AND NOT c.proleakproof AND NOT c.sets AND c.smuggled IS NULL) || E'\\n'
                || w.roleid || E'\\n' || w.how || ' ' || c.oid::regprocedure || ' of '
                || pg_get_userbyid(c.proowner) || ', which '
                || concat_ws(', ', CASE WHEN c.as_owner THEN 'is SECURITY DEFINER' END,
                    CASE WHEN c.proleakproof THEN 'is LEAKPROOF' END, CASE WHEN c.sets THEN 'sets '
                        || (SELECT string_agg(split_part(s, '=', 1), ', ') FROM unnest(c.proconfig) s) END,
                    'was added to extension ' || c.smuggled || ' after its installation')
            FROM candidate c JOIN way w ON w.oid = c.oid
            WHERE c.as_owner OR c.proleakproof OR c.sets
            ORDER BY c.oid, w.rank""";

    @Override
    public String name() {
        return "routines";
    }

    private static final String REMEDY =
            "make it SECURITY INVOKER and NOT LEAKPROOF, or state in shared of its @SqlObject why all tenants may use it;"
                    + " its body must then equal the declaration";

    private static final String SHADOWABLE =
            "its body is harmless, but runs what a temporary type or table of the caller does that has a name in it:"
                    + " make pg_temp the last schema of its search_path";

    private static final int FIELDS = 3;

    @Override
    public List<ReachFinding> find(ReachQueries catalogs) throws SQLException {
        List<String[]> routines = catalogs.texts(OPEN).stream()
                .map(row -> row.split("\n", FIELDS))
                .toList();
        Map<String, HarmlessBodies.Result> bodies = HarmlessBodies.judge(
                catalogs,
                routines.stream()
                        .filter(routine -> routine[1].equals("true"))
                        .map(routine -> routine[0])
                        .toList());
        List<ReachFinding> findings = new ArrayList<>();
        for (String[] routine : routines) {
            HarmlessBodies.Result body = bodies.getOrDefault(routine[0], HarmlessBodies.Result.UNKNOWN);
            if (body != HarmlessBodies.Result.HARMLESS) {
                findings.addAll(ReachFinding.leaks(
                        List.of(catalogs.path(routine[2])),
                        body == HarmlessBodies.Result.SHADOWABLE ? SHADOWABLE : REMEDY));
            }
        }
        return findings;
    }
}
