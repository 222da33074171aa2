package dev.tenon.runtime.internal.isolation.reach;

import java.sql.SQLException;
import java.util.List;

/**
 * No session of the application can create objects in a schema that others use: a function, operator or type there may
 * match a call better than the one that was meant, and then runs with the caller's privileges.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PATTERNS">Usage Patterns of
 *     Schemas</a>
 */
final class CreatePrivileges implements ReachCheck {

    private static final String CREATORS = """
            SELECT (array_agg(r.oid ORDER BY array_position($roles, r.oid)))[1] || E'\\n' || 'may CREATE in schema ' || quote_ident(n.nspname)
                || CASE WHEN EXISTS (SELECT FROM aclexplode(n.nspacl) a WHERE a.grantee = 0 AND a.privilege_type = 'CREATE')
                    THEN ', as every role' ELSE '' END
            FROM pg_namespace n, pg_roles r
            WHERE r.oid = ANY ($roles) AND has_schema_privilege(r.oid, n.oid, 'CREATE')
                AND n.nspname !~ '^pg_(toast_)?temp_'
            GROUP BY n.oid, n.nspname, n.nspacl
            UNION ALL
            SELECT (array_agg(r.oid ORDER BY array_position($roles, r.oid)))[1] || E'\\n' || 'may CREATE schemas and install extensions in database ' || quote_ident(d.datname)
            FROM pg_database d, pg_roles r
            WHERE d.datname = current_database() AND r.oid = ANY ($roles) AND has_database_privilege(r.oid, d.oid, 'CREATE')
            GROUP BY d.datname
            ORDER BY 1""";

    @Override
    public String name() {
        return "create-privileges";
    }

    @Override
    public List<ReachFinding> find(ReachQueries catalogs) throws SQLException {
        return ReachFinding.leaks(
                catalogs.paths(CREATORS), "REVOKE CREATE ON it FROM that role or, if every role has it, FROM PUBLIC");
    }
}
