package dev.tenon.runtime.internal.isolation.reach;

import java.sql.SQLException;
import java.util.List;

/**
 * No privileges are granted in advance on what is created later. It is no leak yet, because the proof finds each relation
 * once it exists.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-default-acl.html">pg_default_acl</a>
 */
final class DefaultPrivileges implements ReachCheck {

    private static final String GRANTED = """
            SELECT a.grantee || E'\\n' || 'will have ' || string_agg(DISTINCT a.privilege_type, ', ') || ' on '
                || CASE d.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'routines' WHEN 'T' THEN 'types'
                    WHEN 'n' THEN 'schemas' ELSE 'objects' END
                || ' that ' || pg_get_userbyid(d.defaclrole) || ' will create'
                || CASE d.defaclnamespace WHEN 0 THEN '' ELSE ' in schema ' || d.defaclnamespace::regnamespace END
            FROM pg_default_acl d CROSS JOIN LATERAL aclexplode(d.defaclacl) a
            WHERE (a.grantee = 0 OR a.grantee = ANY ($roles)) AND NOT (a.grantee = 0 AND d.defaclobjtype IN ('f', 'T'))
            GROUP BY a.grantee, d.oid, d.defaclobjtype, d.defaclrole, d.defaclnamespace
            ORDER BY 1""";

    @Override
    public String name() {
        return "default-privileges";
    }

    @Override
    public List<ReachFinding> find(ReachQueries catalogs) throws SQLException {
        return ReachFinding.warnings(
                catalogs.paths(GRANTED), "Tenon grants what the snapshot says: ALTER DEFAULT PRIVILEGES … REVOKE it");
    }
}
