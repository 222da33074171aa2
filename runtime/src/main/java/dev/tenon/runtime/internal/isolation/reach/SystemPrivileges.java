package dev.tenon.runtime.internal.isolation.reach;

import java.sql.SQLException;
import java.util.List;

/**
 * The application has no privilege on a system object, or on a member of an extension, that was not granted when the
 * server or the extension was installed.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-init-privs.html">pg_init_privs</a>
 */
final class SystemPrivileges implements ReachCheck {

    /**
     * Without an entry in pg_init_privs, every role may execute a routine anyway. The information schema has no entries.
     */
    private static final String GRANTED = """
            WITH object AS (
                SELECT 'pg_class'::regclass AS classid, c.oid, 0 AS part, c.relnamespace AS namespace, c.relacl AS acl
                FROM pg_class c WHERE c.relacl IS NOT NULL
                UNION ALL
                SELECT 'pg_class'::regclass, a.attrelid, a.attnum, c.relnamespace, a.attacl
                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE a.attacl IS NOT NULL
                UNION ALL
                SELECT 'pg_proc'::regclass, p.oid, 0, p.pronamespace, coalesce(p.proacl, acldefault('f', p.proowner))
                FROM pg_proc p WHERE EXISTS (
                    SELECT FROM pg_init_privs i WHERE i.classoid = 'pg_proc'::regclass AND i.objoid = p.oid)
                UNION ALL
                SELECT 'pg_namespace'::regclass, n.oid, 0, n.oid, n.nspacl
                FROM pg_namespace n WHERE n.nspname IN ('pg_catalog', 'information_schema', 'pg_toast')
                UNION ALL
                SELECT 'pg_foreign_data_wrapper'::regclass, w.oid, 0, 0, w.fdwacl FROM pg_foreign_data_wrapper w)
            SELECT a.grantee || E'\\n' || 'has ' || string_agg(DISTINCT a.privilege_type, ', ')
                || ' on ' || pg_describe_object(o.classid, o.oid, o.part)
            FROM object o CROSS JOIN LATERAL aclexplode(o.acl) a
            WHERE (a.grantee = 0 OR a.grantee = ANY ($roles))
                AND (o.classid = 'pg_foreign_data_wrapper'::regclass OR o.namespace IN (
                        SELECT oid FROM pg_namespace WHERE nspname IN ('pg_catalog', 'information_schema', 'pg_toast'))
                    OR EXISTS (SELECT FROM pg_depend d
                        WHERE d.classid = o.classid AND d.objid = o.oid AND d.objsubid = 0 AND d.deptype = 'e'))
                AND NOT EXISTS (
                    SELECT FROM pg_init_privs i, aclexplode(i.initprivs) x
                    WHERE i.classoid = o.classid AND i.objoid = o.oid AND i.objsubid = o.part
                        AND x.grantee IN (0, a.grantee) AND x.privilege_type = a.privilege_type)
                AND NOT (o.classid = 'pg_class'::regclass AND o.oid = ANY ($tables || $views))
                AND NOT (a.grantee = 0 AND o.oid < 16384 AND o.namespace = 'information_schema'::regnamespace
                    AND (o.classid = 'pg_namespace'::regclass AND a.privilege_type = 'USAGE'
                        OR o.classid = 'pg_class'::regclass AND a.privilege_type = 'SELECT'
                            AND NOT (SELECT relname FROM pg_class c WHERE c.oid = o.oid) ^@ '_pg_'))
            GROUP BY a.grantee, o.classid, o.oid, o.part
            ORDER BY 1""";

    @Override
    public String name() {
        return "system-privileges";
    }

    @Override
    public List<ReachFinding> find(ReachQueries catalogs) throws SQLException {
        return ReachFinding.leaks(
                catalogs.paths(GRANTED), "REVOKE it: PostgreSQL and the extension do not give it by themselves");
    }
}
