package dev.tenon.runtime.internal.isolation.reach;

import java.sql.SQLException;
import java.util.List;

/**
 * No policy, default, check, rule, view or trigger sets the tenant while the application works, or calls a routine whose
 * text says so: the statements that follow would then show another tenant's rows. A routine that the application calls
 * itself may set it, as the application does.
 */
final class TenantSetters implements ReachCheck {

    /** The OID of {@code set_config}. A declared routine is what its declaration says. */
    private static final String ATTACHED = WrittenSql.WITH_WRITTEN + """
            , attached (classid, objid, relid, tree) AS (
                SELECT 'pg_policy'::regclass, oid, polrelid, concat(polqual::text, polwithcheck::text) FROM pg_policy
                UNION ALL
                SELECT 'pg_attrdef'::regclass, oid, adrelid, adbin::text FROM pg_attrdef
                UNION ALL
                SELECT 'pg_constraint'::regclass, oid, conrelid, conbin::text FROM pg_constraint WHERE conbin IS NOT NULL
                UNION ALL
                SELECT 'pg_rewrite'::regclass, oid, ev_class, concat(ev_action::text, ev_qual::text) FROM pg_rewrite
                WHERE ev_class >= 16384 AND ev_enabled <> 'D'
                UNION ALL
                SELECT 'pg_trigger'::regclass, oid, tgrelid, tgqual::text FROM pg_trigger WHERE tgenabled <> 'D' AND tgfoid >= 16384
                UNION ALL
                SELECT 'pg_class'::regclass, indexrelid, indrelid, indexprs::text FROM pg_index WHERE indexprs IS NOT NULL
                UNION ALL
                SELECT 'pg_type'::regclass, oid, 0, typdefaultbin::text FROM pg_type WHERE typdefaultbin IS NOT NULL
                UNION ALL
                SELECT 'pg_event_trigger'::regclass, oid, 0, NULL FROM pg_event_trigger WHERE evtenabled <> 'D'),
            calls AS (
                SELECT a.*, 'set_config' AS called FROM attached a WHERE a.tree ~ ':funcid 2078 '
                UNION ALL
                SELECT a.*, p.oid::regprocedure::text
                FROM attached a JOIN pg_depend d ON d.classid = a.classid AND d.objid = a.objid AND d.refclassid = 'pg_proc'::regclass
                JOIN pg_proc p ON p.oid = d.refobjid
                WHERE p.oid >= 16384 AND NOT p.oid = ANY ($routines || $sharedroutines)
                    AND (p.prosqlbody::text ~ ':funcid 2078 ' OR strpos(lower(p.prosrc), lower($setting)) > 0 AND lower(p.prosrc) ~ (
                        '\\mset_config\\M|\\mset\\s+((local|session)\\s+)?"?' || regexp_replace(split_part(lower($setting), '.', 1), '(\\W)', '\\\\\\1', 'g'))))
            SELECT DISTINCT ON (classid, objid) ($roles)[1] || E'\\n' || 'runs ' || called || ' by ' || pg_describe_object(classid, objid, 0)
                || ', which sets the tenant'
            FROM calls
            WHERE relid = 0 OR relid IN (SELECT oid FROM reachable UNION ALL SELECT oid FROM written)
            ORDER BY classid, objid, called""";

    @Override
    public String name() {
        return "tenant-setters";
    }

    @Override
    public List<ReachFinding> find(ReachQueries catalogs) throws SQLException {
        return ReachFinding.leaks(
                catalogs.paths(ATTACHED), "only the application names its tenant; drop it, or remove the call");
    }
}
