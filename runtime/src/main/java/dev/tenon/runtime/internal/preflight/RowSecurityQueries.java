package dev.tenon.runtime.internal.preflight;

/**
 * The queries that find roles which row-level security would lock out. A role with the privileges of the owner is exempt
 * until row-level security is forced; superusers and roles with BYPASSRLS always are.
 */
final class RowSecurityQueries {

    private RowSecurityQueries() {}

    /** The table, unless its security is that already, and who sees all rows by a permissive policy of now or later. */
    private static final String TABLE = """
            WITH wanted AS (
                SELECT c.oid, c.relowner, c.relacl FROM pg_catalog.pg_class c
                WHERE c.oid = to_regclass(?) AND NOT c.%s),
            seeing AS (
                SELECT oid FROM pg_catalog.pg_roles WHERE rolname = ANY (string_to_array(?, E'\\n'))
                UNION SELECT 0 WHERE 'public' = ANY (string_to_array(?, E'\\n'))
                UNION SELECT unnest(polroles) FROM pg_catalog.pg_policy JOIN wanted ON polrelid = wanted.oid
                WHERE polpermissive),
            """;

    private static final String GRANTED = TABLE.formatted("relrowsecurity") + """
            granted AS (
                SELECT DISTINCT acl.grantee FROM wanted, LATERAL (
                    SELECT * FROM aclexplode(coalesce(wanted.relacl, acldefault('r', wanted.relowner)))
                    UNION ALL
                    SELECT own.* FROM pg_catalog.pg_attribute a, aclexplode(a.attacl) own
                    WHERE a.attrelid = wanted.oid AND NOT a.attisdropped) acl
                WHERE acl.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')),
            concerned AS (
                SELECT grantee, coalesce(r.rolname, 'public')::text AS name FROM granted CROSS JOIN wanted
                LEFT JOIN pg_catalog.pg_roles r ON r.oid = grantee
                WHERE grantee = 0
                    OR NOT (r.rolsuper OR r.rolbypassrls OR pg_has_role(grantee, wanted.relowner, 'USAGE')))
            """;

    /** The roles with privileges on the rows of the table to which no permissive policy applies. */
    static final String LOCKED_OUT = GRANTED + """
            SELECT name FROM concerned
            WHERE NOT EXISTS (
                SELECT FROM seeing
                WHERE oid = 0 OR grantee <> 0 AND pg_has_role(grantee, seeing.oid, 'USAGE'))
            ORDER BY 1""";

    /**
     * The roles with privileges of their own that inherit those of a role with a restrictive policy, which applies to
     * them, too.
     */
    static final String FENCED = GRANTED + """
            SELECT DISTINCT member.rolname::text FROM concerned
            JOIN pg_catalog.pg_roles application
                ON application.rolname = ANY (string_to_array(?, E'\\n')) AND application.oid <> grantee
            JOIN pg_catalog.pg_roles member ON grantee <> 0 AND member.oid <> application.oid
                AND (member.rolcanlogin OR member.oid = grantee)
                AND NOT (member.rolsuper OR member.rolbypassrls)
                AND pg_has_role(member.oid, grantee, 'USAGE') AND pg_has_role(member.oid, application.oid, 'USAGE')
            CROSS JOIN wanted
            WHERE NOT pg_has_role(member.oid, wanted.relowner, 'USAGE')
                AND (grantee = member.oid OR NOT pg_has_role(grantee, application.oid, 'USAGE'))
            ORDER BY 1""";

    /** A role with a restrictive policy sees only rows of a tenant, and so does whoever inherits its privileges. */
    private static final String OWNER = TABLE.formatted("relforcerowsecurity") + """
            fenced AS (
                SELECT oid FROM pg_catalog.pg_roles WHERE rolname = ANY (string_to_array(?, E'\\n'))
                UNION SELECT unnest(polroles) FROM pg_catalog.pg_policy JOIN wanted ON polrelid = wanted.oid
                WHERE NOT polpermissive),
            owner AS (
                SELECT wanted.oid AS relation, r.oid, r.rolname FROM wanted
                JOIN pg_catalog.pg_roles r ON r.oid = wanted.relowner
                WHERE NOT (r.rolsuper OR r.rolbypassrls) AND (
                    EXISTS (SELECT FROM fenced WHERE pg_has_role(r.oid, fenced.oid, 'USAGE'))
                    OR NOT EXISTS (
                        SELECT FROM seeing
                        WHERE seeing.oid NOT IN (SELECT fenced.oid FROM fenced)
                            AND (seeing.oid = 0 OR pg_has_role(r.oid, seeing.oid, 'USAGE')))))
            """;

    /** The owner of the table, if sessions other than those of migrators work with its privileges. */
    static final String WORKING_OWNER = OWNER + """
            SELECT rolname::text FROM owner WHERE EXISTS (
                SELECT FROM pg_catalog.pg_stat_activity s JOIN pg_catalog.pg_roles u ON u.oid = s.usesysid
                WHERE s.datname = current_database() AND s.pid <> pg_backend_pid()
                    AND coalesce(s.backend_type, 'client backend') = 'client backend'
                    AND s.application_name IS DISTINCT FROM current_setting('application_name')
                    AND NOT (u.rolsuper OR u.rolbypassrls) AND pg_has_role(u.oid, owner.oid, 'USAGE'))""";

    /** The views through which other roles read the table with the privileges of its owner. */
    static final String OWNERS_VIEWS = OWNER + """
            SELECT DISTINCT v.oid::regclass::text FROM owner
            JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = owner.relation
                AND d.classid = 'pg_rewrite'::regclass
            JOIN pg_catalog.pg_rewrite w ON w.oid = d.objid
            JOIN pg_catalog.pg_class v ON v.oid = w.ev_class AND v.relkind = 'v' AND v.relowner = owner.oid
            WHERE NOT coalesce((
                    SELECT option_value::boolean FROM pg_options_to_table(v.reloptions)
                    WHERE option_name = 'security_invoker'), false)
                AND EXISTS (
                    SELECT FROM aclexplode(v.relacl) acl
                    WHERE acl.grantee <> owner.oid AND acl.privilege_type = 'SELECT'
                        AND acl.grantee NOT IN (SELECT fenced.oid FROM fenced))
            ORDER BY 1""";

    /** The roles that may write a table, but not read another one. */
    static final String WITHOUT_READ = """
            SELECT DISTINCT coalesce(r.rolname, 'public')::text
            FROM pg_catalog.pg_class c, LATERAL (
                SELECT * FROM aclexplode(c.relacl)
                UNION ALL
                SELECT own.* FROM pg_catalog.pg_attribute a, aclexplode(a.attacl) own
                WHERE a.attrelid = c.oid AND NOT a.attisdropped) acl
            LEFT JOIN pg_catalog.pg_roles r ON r.oid = acl.grantee
            WHERE c.oid = to_regclass(?) AND acl.privilege_type IN ('INSERT', 'UPDATE') AND acl.grantee <> c.relowner
                AND to_regclass(?) IS NOT NULL
                AND NOT has_any_column_privilege(coalesce(r.rolname, 'public'), to_regclass(?), 'SELECT')
            ORDER BY 1""";
}
