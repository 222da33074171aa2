package dev.tenon.runtime.internal.isolation.reach;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * No undeclared trigger or routine runs for a referential action: it then runs as the owner of the table, whatever its
 * function says. Other undeclared code on tenant tables runs as the application, and is worth a look.
 */
final class TriggersByCascade implements ReachCheck {

    /** A trigger that fires after the rows runs when the statement of the application ends, with its rights. */
    private static final String ROW_EVENTS = """
            , harmless AS (
                SELECT p.oid FROM pg_proc p
                JOIN member m ON m.classid = 'pg_proc'::regclass AND m.objid = p.oid AND m.origin <> 'added'
                WHERE NOT p.prosecdef AND m.extname IN ('moddatetime', 'insert_username') AND p.proname = m.extname
                    AND p.prosrc = m.extname AND p.probin = '$libdir/' || m.extname),
            fired AS (
                SELECT DISTINCT ON (g.oid) g.oid, g.tgname, g.tgfoid, w.roleid, w.path, w.as_owner AND g.tgtype & 2 <> 0 AS as_owner, g.tgrelid
                FROM pg_trigger g JOIN written w ON w.oid = g.tgrelid AND w.events & g.tgtype <> 0
                JOIN pg_proc p ON p.oid = g.tgfoid
                WHERE p.oid >= 16384 AND p.oid NOT IN (SELECT oid FROM harmless) AND g.tgenabled <> 'D' AND NOT p.oid = ANY ($sharedroutines)
                    AND NOT (p.prosecdef AND NOT p.proowner = ANY ($roles))
                    AND NOT (p.oid = ANY ($routines) AND EXISTS (
                        WITH RECURSIVE up (oid, parent) AS (
                            VALUES (g.oid, g.tgparentid)
                            UNION
                            SELECT t.oid, t.tgparentid FROM up JOIN pg_trigger t ON t.oid = up.parent)
                        SELECT FROM up WHERE up.oid = ANY ($triggers)))
                ORDER BY g.oid, w.as_owner AND g.tgtype & 2 <> 0 DESC, length(w.path), w.path)
            SELECT roleid || E'\\n' || path || ' \u2192 trigger ' || quote_ident(tgname) || ', which the snapshot does not have as it is, runs '
                || tgfoid::regprocedure || CASE WHEN as_owner THEN ' as the owner of ' || tgrelid::regclass ELSE '' END
            FROM fired
            """;

    private static final String AS_OWNER =
            WrittenSql.WITH_WRITTEN + ROW_EVENTS + "WHERE as_owner ORDER BY tgrelid, oid";

    private static final String AS_CALLER = WrittenSql.WITH_WRITTEN + ROW_EVENTS
            + "WHERE NOT as_owner AND (tgrelid = ANY ($tenants)) ORDER BY tgrelid, oid";

    /** Defaults, checks, generated columns and index expressions are computed for what a referential action writes, too. */
    private static final String EXPRESSIONS = WrittenSql.WITH_WRITTEN + """
            , computed AS (
                SELECT 'pg_attrdef'::regclass::oid AS classid, a.oid, a.adrelid AS relid FROM pg_attrdef a
                UNION ALL
                SELECT 'pg_constraint'::regclass, k.oid, k.conrelid FROM pg_constraint k WHERE k.conrelid <> 0
                UNION ALL
                SELECT 'pg_class'::regclass, i.indexrelid, i.indrelid FROM pg_index i
                UNION ALL
                SELECT 'pg_constraint'::regclass, k.oid, t.attrelid FROM pg_attribute t
                JOIN pg_constraint k ON k.contypid = t.atttypid WHERE k.contypid <> 0 AND t.attnum > 0),
            called AS (
                SELECT c.relid, c.classid, c.oid, d.refobjid AS routine
                FROM computed c JOIN pg_depend d ON d.classid = c.classid AND d.objid = c.oid
                    AND d.refclassid = 'pg_proc'::regclass
                UNION ALL
                SELECT c.relid, c.classid, c.oid, o.oprcode
                FROM computed c JOIN pg_depend d ON d.classid = c.classid AND d.objid = c.oid
                    AND d.refclassid = 'pg_operator'::regclass
                JOIN pg_operator o ON o.oid = d.refobjid
                UNION ALL
                SELECT k.conrelid, 'pg_constraint'::regclass, k.oid, x.castfunc
                FROM pg_constraint k JOIN pg_attribute t ON t.attrelid = k.conrelid AND t.attnum = ANY (k.conkey)
                JOIN pg_cast x ON x.castsource = t.atttypid WHERE k.contype = 'f')
            SELECT DISTINCT ON (c.classid, c.oid, p.oid) w.roleid || E'\\n' || w.path || ' \u2192 '
                || pg_describe_object(c.classid, c.oid, 0) || ' runs ' || p.oid::regprocedure
                || ', which the snapshot does not have as it is, as the owner of ' || w.oid::regclass
            FROM written w JOIN called c ON c.relid = w.oid JOIN pg_proc p ON p.oid = c.routine
            WHERE w.as_owner AND (w.events & 16 <> 0 OR w.events & 8 <> 0 AND c.routine IN (SELECT castfunc FROM pg_cast))
                AND p.oid >= 16384 AND NOT p.oid = ANY ($routines || $sharedroutines)
                AND NOT EXISTS (SELECT FROM member m JOIN pg_language l ON l.oid = p.prolang
                    WHERE m.classid = 'pg_proc'::regclass AND m.objid = p.oid AND l.lanname = 'c'
                        AND (m.origin = 'restored' OR m.origin = 'made'))
            ORDER BY c.classid, c.oid, p.oid, length(w.path), w.path""";

    @Override
    public String name() {
        return "triggers";
    }

    @Override
    public List<ReachFinding> find(ReachQueries catalogs) throws SQLException {
        List<ReachFinding> findings = new ArrayList<>(ReachFinding.leaks(
                catalogs.paths(AS_OWNER), "declare trigger and function with @SqlObject, or drop the trigger"));
        findings.addAll(ReachFinding.leaks(
                catalogs.paths(EXPRESSIONS), "declare the routine with @SqlObject, or remove the expression"));
        findings.addAll(ReachFinding.warnings(
                catalogs.paths(AS_CALLER),
                "it sees each tenant's rows with that tenant's rights; declare it with @SqlObject"));
        return findings;
    }
}
