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

    /**
     * Commands that end only for roles that are reported anyway. {@code DROP … IF EXISTS} and {@code CREATE EXTENSION IF NOT
     * EXISTS} end for every role, and a trigger at the start of a command fires before any privilege is checked.
     */
    private static final String UNFIRED = """
            ARRAY['CREATE SCHEMA', 'CREATE ACCESS METHOD', 'CREATE FOREIGN DATA WRAPPER', 'CREATE LANGUAGE', 'CREATE TRANSFORM',
                'CREATE OPERATOR CLASS', 'CREATE OPERATOR FAMILY', 'CREATE PUBLICATION', 'CREATE SUBSCRIPTION']""";

    private static final String OPEN =
            WrittenSql.WITH_WRITTEN + """
            , candidate AS (
                SELECT p.*, m.extname, m.origin, p.prosecdef AND NOT p.proowner = ANY ($roles) AS as_owner,
                    l.lanname, NOT l.lanpltrusted AND p.prokind <> 'a' AND m.origin IS DISTINCT FROM 'made' AND m.origin IS DISTINCT FROM 'restored'
                        AS untrusted,
                    EXISTS (SELECT FROM unnest(p.proconfig) c WHERE lower(split_part(c, '=', 1)) IN (lower($setting), 'role',
                        'session_authorization', 'session_replication_role')) AS sets,
                    m.origin = 'restored' OR m.origin = 'made' AND age(p.xmin) >= m.extension_age AS own
                FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
                LEFT JOIN member m ON m.classid = 'pg_proc'::regclass AND m.objid = p.oid
                WHERE p.oid >= 16384 AND NOT p.oid = ANY ($sharedroutines)),
            suspect AS (
                SELECT * FROM candidate c
                WHERE (c.as_owner OR c.proleakproof OR c.sets OR c.untrusted) AND NOT (c.lanname = 'c' AND coalesce(c.own, false))),
            way AS (
                SELECT c.oid, r.oid AS roleid, 1 AS rank, 'may EXECUTE' AS how
                FROM suspect c JOIN role r ON has_function_privilege(r.oid, c.oid, 'EXECUTE')
                WHERE c.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype)
                    AND EXISTS (SELECT FROM role u WHERE has_schema_privilege(u.oid, c.pronamespace, 'USAGE'))
                UNION ALL
                SELECT c.oid, r.oid, 7, 'may EXECUTE, by a trigger on a temporary table,'
                FROM suspect c JOIN role r ON has_function_privilege(r.oid, c.oid, 'EXECUTE')
                WHERE c.prorettype = 'trigger'::regtype
                    AND EXISTS (SELECT FROM role u WHERE has_schema_privilege(u.oid, c.pronamespace, 'USAGE'))
                    AND EXISTS (SELECT FROM role u WHERE has_database_privilege(u.oid, current_database(), 'TEMPORARY'))
                UNION ALL
                SELECT c.oid, r.oid, 3, 'may EXECUTE, through ' || pg_describe_object(d.classid, d.objid, d.objsubid) || ','
                FROM suspect c JOIN role r ON has_function_privilege(r.oid, c.oid, 'EXECUTE')
                JOIN pg_depend d ON d.refclassid = 'pg_proc'::regclass AND d.refobjid = c.oid AND d.deptype <> 'e'
                LEFT JOIN pg_rewrite w ON d.classid = 'pg_rewrite'::regclass AND w.oid = d.objid
                LEFT JOIN pg_attrdef a ON d.classid = 'pg_attrdef'::regclass AND a.oid = d.objid
                LEFT JOIN pg_policy y ON d.classid = 'pg_policy'::regclass AND y.oid = d.objid
                LEFT JOIN pg_constraint k ON d.classid = 'pg_constraint'::regclass AND k.oid = d.objid
                LEFT JOIN pg_index i ON d.classid = 'pg_class'::regclass AND i.indexrelid = d.objid
                LEFT JOIN pg_trigger g ON d.classid = 'pg_trigger'::regclass AND g.oid = d.objid
                WHERE d.classid <> 'pg_event_trigger'::regclass AND (g.tgfoid = c.oid) IS NOT TRUE
                    AND coalesce(w.ev_class, a.adrelid, y.polrelid, nullif(k.conrelid, 0), i.indrelid, g.tgrelid, 0) IN (
                        SELECT 0::oid UNION ALL SELECT e.oid FROM reachable e UNION ALL SELECT e.oid FROM written e)
                UNION ALL
                SELECT c.oid, ($roles)[1], 4, 'runs by ' || pg_describe_object(d.classid, d.objid, d.objsubid)
                FROM suspect c
                JOIN pg_depend d ON d.refclassid = 'pg_proc'::regclass AND d.refobjid = c.oid AND d.deptype <> 'e'
                LEFT JOIN pg_proc p ON d.classid = 'pg_proc'::regclass AND p.oid = d.objid
                WHERE p.prokind = 'a' OR d.classid NOT IN ('pg_proc'::regclass, 'pg_trigger'::regclass,
                    'pg_event_trigger'::regclass, 'pg_rewrite'::regclass, 'pg_attrdef'::regclass, 'pg_policy'::regclass,
                    'pg_constraint'::regclass, 'pg_class'::regclass, 'pg_cast'::regclass)
                UNION ALL
                SELECT c.oid, w.roleid, 5, w.path || ' \u2192 trigger ' || quote_ident(g.tgname) || ' runs'
                FROM suspect c JOIN pg_trigger g ON g.tgfoid = c.oid AND g.tgenabled <> 'D'
                JOIN written w ON w.oid = g.tgrelid AND FIRES
                UNION ALL
                SELECT c.oid, ($roles)[1], 6, 'runs, by event trigger ' || quote_ident(e.evtname) || ','
                FROM suspect c JOIN pg_event_trigger e ON e.evtfoid = c.oid AND e.evtenabled <> 'D'
                WHERE e.evtevent NOT IN ('ddl_command_end', 'sql_drop', 'table_rewrite') OR e.evttags IS NULL
                    OR NOT e.evttags <@ UNFIRED)
            SELECT DISTINCT ON (c.oid) c.oid || E'\\n'
                || (c.as_owner AND NOT c.proleakproof AND NOT c.sets AND NOT c.untrusted AND c.origin IS NULL) || E'\\n'
                || CASE WHEN c.own THEN c.extname || '.' || c.proname ELSE '' END || E'\\n' || w.roleid || E'\\n' || w.how || ' ' || c.oid::regprocedure || ' of '
                || pg_get_userbyid(c.proowner) || ', which '
                || concat_ws(', ', CASE WHEN c.as_owner THEN 'is SECURITY DEFINER' END,
                    CASE WHEN c.proleakproof THEN 'is LEAKPROOF' END,
                    CASE WHEN c.untrusted THEN 'is in language ' || c.lanname || ', with the rights of the server' END,
                    CASE WHEN c.sets THEN 'sets '
                        || (SELECT string_agg(split_part(s, '=', 1), ', ') FROM unnest(c.proconfig) s) END,
                    CASE WHEN c.origin = 'added' THEN 'was added to extension ' || c.extname || ' after its installation'
                        WHEN c.origin IS NOT NULL AND NOT c.own THEN 'was changed after the installation of extension ' || c.extname
                        WHEN c.origin IS NOT NULL THEN 'is a member of extension ' || c.extname END)
            FROM suspect c JOIN way w ON w.oid = c.oid
            ORDER BY c.oid, w.rank, array_position($roles, w.roleid), length(w.how), w.how""".replace("FIRES", WrittenSql.FIRES).replace("UNFIRED", UNFIRED);

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

    private static final String OF_EXTENSION = "read what the extension says about it, Tenon cannot compare its body";

    private static final int FIELDS = 4;

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
            List<String> path = List.of(catalogs.path(routine[3]));
            if (isOfExtension(catalogs, routine[2])) {
                findings.addAll(ReachFinding.warnings(path, OF_EXTENSION));
            } else if (body != HarmlessBodies.Result.HARMLESS) {
                findings.addAll(
                        ReachFinding.leaks(path, body == HarmlessBodies.Result.SHADOWABLE ? SHADOWABLE : REMEDY));
            }
        }
        return findings;
    }

    private static boolean isOfExtension(ReachQueries catalogs, String member) throws SQLException {
        int dot = member.indexOf('.');
        return dot > 0
                && ExtensionScripts.create(catalogs.session(), member.substring(0, dot), member.substring(dot + 1));
    }
}
