package dev.tenon.runtime.internal.isolation.reach;

/** Parts of queries that several checks share. */
final class ReachSql {

    /**
     * The members of extensions, by their origin: {@code made} by the installation or last update of the extension, or
     * before; {@code added} to it later. {@code pg_upgrade} adds all of them later ({@code restored}), which says nothing.
     */
    static final String MEMBERS = """
            SELECT m.classid, m.objid, x.extname, age(x.xmin) AS extension_age,
                CASE WHEN age(m.xmin) >= age(x.xmin) THEN 'made'
                    WHEN bool_and(age(m.xmin) < age(x.xmin)) OVER (PARTITION BY x.oid) THEN 'restored'
                    ELSE 'added' END AS origin
            FROM pg_extension x JOIN pg_depend m
                ON m.refclassid = 'pg_extension'::regclass AND m.refobjid = x.oid AND m.deptype = 'e'""";

    /**
     * What rules and views use, as their parsed queries say: {@code pg_depend} has no entry for a system relation.
     */
    static final String USES = """
            SELECT DISTINCT w.oid AS ruleid, w.ev_class, u.relid[1]::oid AS relid
            FROM pg_rewrite w CROSS JOIN LATERAL regexp_matches(w.ev_action::text, ':relid ([0-9]+)', 'g') u (relid)
            WHERE w.ev_class >= 16384 AND u.relid[1]::oid NOT IN (0, w.ev_class)""";

    /** The reached roles, the application role first. */
    private static final String ROLES = """
            SELECT r.oid, row_number() OVER (ORDER BY array_position($roles, r.oid)) AS place
            FROM pg_roles r WHERE r.oid = ANY ($roles)""";

    /**
     * The relations on which a reached role has privileges ({@code held}) and that another one or itself can name, or that a
     * view or rule names for it, because the use of a schema is only checked for names.
     */
    private static final String HELD = """
            WITH member AS (TABLE pg_temp.tenon_member), uses AS (TABLE pg_temp.tenon_uses), role AS (ROLES),
            privilege AS (
                SELECT p, place FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']
                    || CASE WHEN current_setting('server_version_num')::integer >= 170000 THEN ARRAY['MAINTAIN'] END)
                    WITH ORDINALITY x (p, place)),
            privileges AS (
                SELECT c.oid, c.relnamespace, c.relkind, c.relowner, r.oid AS roleid, r.place,
                    string_agg(p.p, ', ' ORDER BY p.place) AS privileges
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, role r, privilege p
                WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
                    AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND c.relpersistence <> 't'
                    AND (has_table_privilege(r.oid, c.oid, p.p) OR CASE WHEN p.p IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
                        THEN has_any_column_privilege(r.oid, c.oid, p.p) END)
                GROUP BY c.oid, c.relnamespace, c.relkind, c.relowner, r.oid, r.place
                UNION ALL
                SELECT c.oid, c.relnamespace, c.relkind, c.relowner, r.oid, r.place, string_agg(p, ', ' ORDER BY p)
                FROM pg_class c, role r, unnest(ARRAY['USAGE', 'SELECT', 'UPDATE']) p
                WHERE c.relkind = 'S' AND c.relpersistence <> 't' AND has_sequence_privilege(r.oid, c.oid, p)
                GROUP BY c.oid, c.relnamespace, c.relkind, c.relowner, r.oid, r.place),
            held AS (
                SELECT DISTINCT ON (h.oid, h.privileges) h.oid, h.relkind, h.relowner, h.privileges, h.roleid,
                    (SELECT INVOKER FROM pg_class c WHERE c.oid = h.oid) AS invoker,
                    EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = h.oid AND d.deptype = 'e')
                        AND NOT EXISTS (SELECT FROM member d
                            WHERE d.classid = 'pg_class'::regclass AND d.objid = h.oid AND d.origin = 'added')
                        AS of_extension
                FROM privileges h
                WHERE EXISTS (SELECT FROM role r WHERE has_schema_privilege(r.oid, h.relnamespace, 'USAGE'))
                    OR h.oid IN (SELECT u.relid FROM uses u)
                ORDER BY h.oid, h.privileges, h.place)
            """.replace("ROLES", ROLES).replace("INVOKER", isInvoker("c.reloptions"));

    private static final String REACHABLE = """
            WITH RECURSIVE reachable (oid) AS (
                SELECT h.oid FROM pg_temp.tenon_held h
                UNION
                SELECT u.relid FROM reachable e JOIN pg_temp.tenon_uses u ON u.ev_class = e.oid)
            TABLE reachable""";

    /**
     * The members of extensions, what rules and views use, the relations with privileges ({@code held}), and these with the
     * relations that they use ({@code reachable}), as {@link #COMPUTE} has found them.
     */
    static final String WITH_HELD = """
            WITH RECURSIVE member AS NOT MATERIALIZED (TABLE pg_temp.tenon_member),
            uses AS NOT MATERIALIZED (TABLE pg_temp.tenon_uses),
            held AS NOT MATERIALIZED (TABLE pg_temp.tenon_held),
            reachable AS NOT MATERIALIZED (TABLE pg_temp.tenon_reachable),
            role AS (ROLES)
            """.replace("ROLES", ROLES);

    /** Computes the four once, because eight checks need them. They are rolled back with the checks. */
    static final String COMPUTE = "CREATE TEMPORARY TABLE tenon_member AS " + MEMBERS
            + "; CREATE TEMPORARY TABLE tenon_uses AS " + USES
            + "; CREATE TEMPORARY TABLE tenon_held AS " + HELD + "TABLE held"
            + "; CREATE TEMPORARY TABLE tenon_reachable AS " + REACHABLE
            + "; ANALYZE tenon_member, tenon_uses, tenon_held, tenon_reachable";

    private ReachSql() {}

    /** Returns the condition that a view, whose options these are, reads with the rights of whoever reads it. */
    static String isInvoker(String reloptions) {
        return "EXISTS (SELECT FROM pg_options_to_table(" + reloptions
                + ") o WHERE o.option_name = 'security_invoker' AND o.option_value::boolean)";
    }

    /** Returns an expression for the kind of a relation in words. */
    static String kind(String relkind) {
        return "CASE " + relkind
                + " WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table'"
                + " WHEN 'S' THEN 'sequence' ELSE 'table' END";
    }
}
