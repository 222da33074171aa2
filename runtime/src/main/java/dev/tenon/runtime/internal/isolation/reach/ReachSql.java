package dev.tenon.runtime.internal.isolation.reach;

/** Parts of queries that several checks share. */
final class ReachSql {

    /**
     * The members of extensions that were added after the extension was installed or updated last: it did not make them.
     * After {@code pg_upgrade}, that is true of nearly all members, and says nothing.
     */
    static final String ADDED = """
            SELECT m.classid, m.objid, x.extname, age(x.xmin) AS extension_age
            FROM pg_extension x JOIN pg_depend m
                ON m.refclassid = 'pg_extension'::regclass AND m.refobjid = x.oid AND m.deptype = 'e'
            WHERE age(m.xmin) < age(x.xmin) AND (
                SELECT 2 * count(*) FILTER (WHERE age(o.xmin) < age(x.xmin)) <= count(*) FROM pg_depend o
                WHERE o.refclassid = 'pg_extension'::regclass AND o.refobjid = x.oid AND o.deptype = 'e')""";

    /**
     * The relations on which a reached role has privileges and that it can name, or that a view, rule or other object
     * names for it: the use of a schema is only checked for names.
     */
    static final String WITH_HELD = """
            WITH RECURSIVE added AS (ADDED), role AS (
                SELECT r.oid, row_number() OVER (ORDER BY array_position($roles, r.oid)) AS place
                FROM pg_roles r WHERE r.oid = ANY ($roles)),
            privilege AS (
                SELECT p, place FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'])
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
                    EXISTS (SELECT FROM pg_class c, pg_options_to_table(c.reloptions) o
                        WHERE c.oid = h.oid AND o.option_name = 'security_invoker' AND o.option_value::boolean) AS invoker,
                    EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = h.oid AND d.deptype = 'e')
                        AND NOT EXISTS (SELECT FROM added d WHERE d.classid = 'pg_class'::regclass AND d.objid = h.oid)
                        AS of_extension
                FROM privileges h
                WHERE has_schema_privilege(h.roleid, h.relnamespace, 'USAGE') OR EXISTS (
                    SELECT FROM pg_depend d
                    WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = h.oid AND d.classid = 'pg_rewrite'::regclass
                        AND d.objid NOT IN (SELECT w.oid FROM pg_rewrite w WHERE w.ev_class = h.oid))
                ORDER BY h.oid, h.privileges, h.place)
            """.replace("ADDED", ADDED);

    private ReachSql() {}

    /** Returns an expression for the kind of a relation in words. */
    static String kind(String relkind) {
        return "CASE " + relkind
                + " WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table'"
                + " WHEN 'S' THEN 'sequence' ELSE 'table' END";
    }
}
