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
                FROM pg_trigger g JOIN written w ON w.oid = g.tgrelid AND FIRES
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
            """.replace("FIRES", WrittenSql.FIRES);

    private static final String AS_OWNER =
            WrittenSql.WITH_WRITTEN + ROW_EVENTS + "WHERE as_owner ORDER BY tgrelid, oid";

    private static final String AS_CALLER = WrittenSql.WITH_WRITTEN + ROW_EVENTS
            + "WHERE NOT as_owner AND (tgrelid = ANY ($tenants)) ORDER BY tgrelid, oid";

    /**
     * Defaults, checks, generated columns, keys of indexes and partitions, and conditions of triggers are computed for what a
     * referential action writes, too.
     */
    private static final String EXPRESSIONS = WrittenSql.WITH_WRITTEN + """
            , domain (typid, base) AS (
                SELECT t.oid, t.oid FROM pg_type t WHERE t.typtype = 'd'
                UNION
                SELECT d.typid, t.typbasetype FROM domain d JOIN pg_type t ON t.oid = d.base WHERE t.typtype = 'd'),
            computed AS (
                SELECT 'pg_attrdef'::regclass::oid AS classid, a.oid, a.adrelid AS relid FROM pg_attrdef a
                UNION ALL
                SELECT 'pg_constraint'::regclass, k.oid, k.conrelid FROM pg_constraint k WHERE k.conrelid <> 0
                UNION ALL
                SELECT 'pg_class'::regclass, i.indexrelid, i.indrelid FROM pg_index i
                UNION ALL
                SELECT 'pg_class'::regclass, p.partrelid, p.partrelid FROM pg_partitioned_table p
                UNION ALL
                SELECT 'pg_constraint'::regclass, k.oid, t.attrelid FROM pg_attribute t JOIN domain d ON d.typid = t.atttypid
                JOIN pg_constraint k ON k.contypid = d.base WHERE k.contypid <> 0 AND t.attnum > 0
                UNION ALL
                SELECT 'pg_trigger'::regclass, g.oid, g.tgrelid FROM pg_trigger g WHERE g.tgqual IS NOT NULL AND g.tgenabled <> 'D'),
            called AS (
                SELECT c.relid, c.classid, c.oid, d.refobjid AS routine
                FROM computed c JOIN pg_depend d ON d.classid = c.classid AND d.objid = c.oid
                    AND d.refclassid = 'pg_proc'::regclass
                WHERE c.classid <> 'pg_trigger'::regclass OR d.refobjid <> (SELECT g.tgfoid FROM pg_trigger g WHERE g.oid = c.oid)
                UNION ALL
                SELECT c.relid, c.classid, c.oid, f.amproc
                FROM computed c JOIN pg_depend d ON d.classid = c.classid AND d.objid = c.oid
                    AND d.refclassid = 'pg_opclass'::regclass
                JOIN pg_opclass o ON o.oid = d.refobjid JOIN pg_amproc f ON f.amprocfamily = o.opcfamily
                UNION ALL
                SELECT c.relid, c.classid, c.oid, o.oprcode
                FROM computed c JOIN pg_depend d ON d.classid = c.classid AND d.objid = c.oid
                    AND d.refclassid = 'pg_operator'::regclass
                JOIN pg_operator o ON o.oid = d.refobjid)
            SELECT DISTINCT ON (c.classid, c.oid, p.oid) w.roleid || E'\\n' || w.path || ' \u2192 '
                || pg_describe_object(c.classid, c.oid, 0) || ' runs ' || p.oid::regprocedure
                || ', which the snapshot does not have as it is, as the owner of ' || w.oid::regclass
            FROM written w JOIN called c ON c.relid = w.oid JOIN pg_proc p ON p.oid = c.routine
            WHERE w.as_owner AND (w.events & 16 <> 0 OR w.events & 8 <> 0 AND c.classid = 'pg_trigger'::regclass)
                AND p.oid >= 16384 AND NOT p.oid = ANY ($routines || $sharedroutines)
                AND NOT EXISTS (SELECT FROM member m JOIN pg_language l ON l.oid = p.prolang
                    WHERE m.classid = 'pg_proc'::regclass AND m.objid = p.oid AND l.lanname = 'c'
                        AND (m.origin = 'restored' OR m.origin = 'made'))
            ORDER BY c.classid, c.oid, p.oid, length(w.path), w.path""";

    /**
     * A foreign key is checked by queries that compare its columns, with casts if need be: as the owner of the referenced
     * table for a row that references, as the owner of the referencing table for a row that is referenced.
     */
    private static final String COMPARISONS = WrittenSql.WITH_WRITTEN + """
            , compared AS (
                SELECT k.oid, k.conrelid, k.confrelid, r.routine
                FROM pg_constraint k
                CROSS JOIN LATERAL unnest(k.conkey, k.confkey, k.conpfeqop) c (own, other, operator)
                JOIN pg_attribute f ON f.attrelid = k.conrelid AND f.attnum = c.own
                JOIN pg_attribute p ON p.attrelid = k.confrelid AND p.attnum = c.other
                JOIN pg_operator o ON o.oid = c.operator
                CROSS JOIN LATERAL (
                    SELECT o.oprcode::oid
                    UNION ALL
                    SELECT x.castfunc FROM pg_cast x
                    WHERE (x.castsource, x.casttarget) IN ((f.atttypid, o.oprright), (p.atttypid, o.oprleft), (p.atttypid, f.atttypid)))
                    r (routine)
                WHERE k.contype = 'f' AND r.routine >= 16384)
            SELECT DISTINCT ON (c.oid, p.oid) w.roleid || E'\\n' || w.path || ' \u2192 ' || pg_describe_object('pg_constraint'::regclass, c.oid, 0)
                || ' runs ' || p.oid::regprocedure || ', which the snapshot does not have as it is, as the owner of '
                || CASE WHEN w.oid = c.conrelid THEN c.confrelid ELSE c.conrelid END::regclass
            FROM compared c
            JOIN written w ON w.oid = c.conrelid AND w.events & 20 <> 0 OR w.oid = c.confrelid AND w.events & 24 <> 0
            JOIN pg_proc p ON p.oid = c.routine
            WHERE NOT p.oid = ANY ($routines || $sharedroutines)
                AND NOT EXISTS (SELECT FROM member m JOIN pg_language l ON l.oid = p.prolang
                    WHERE m.classid = 'pg_proc'::regclass AND m.objid = p.oid AND l.lanname = 'c'
                        AND (m.origin = 'restored' OR m.origin = 'made'))
            ORDER BY c.oid, p.oid, length(w.path), w.path""";

    @Override
    public String name() {
        return "triggers";
    }

    @Override
    public List<ReachFinding> find(ReachQueries catalogs) throws SQLException {
        List<ReachFinding> findings = new ArrayList<>(ReachFinding.leaks(
                catalogs.paths(AS_OWNER), "declare trigger and function with @SqlObject, or drop the trigger"));
        findings.addAll(ReachFinding.leaks(
                catalogs.paths(COMPARISONS), "declare the routine with @SqlObject, or reference by the same type"));
        findings.addAll(ReachFinding.leaks(
                catalogs.paths(EXPRESSIONS), "declare the routine with @SqlObject, or remove the expression"));
        findings.addAll(ReachFinding.warnings(
                catalogs.paths(AS_CALLER),
                "it sees each tenant's rows with that tenant's rights; declare it with @SqlObject"));
        return findings;
    }
}
