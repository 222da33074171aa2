package dev.tenon.runtime.internal.isolation.reach;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * No privileges are granted in advance on what is created later: whoever creates a copy, a partition or a view would show
 * it to all tenants without a word, until the next proof. On sequences, types and routines they give little, and every
 * role may execute a routine anyway.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-default-acl.html">pg_default_acl</a>
 */
final class DefaultPrivileges implements ReachCheck {

    private static final String GRANTED = """
            SELECT a.grantee || E'\\n' || 'will have ' || string_agg(DISTINCT a.privilege_type, ', ') || ' on '
                || CASE d.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'routines' WHEN 'T' THEN 'types'
                    WHEN 'n' THEN 'schemas' WHEN 'L' THEN 'large objects' ELSE 'objects' END
                || ' that ' || pg_get_userbyid(d.defaclrole) || ' will create'
                || CASE d.defaclnamespace WHEN 0 THEN '' ELSE ' in schema ' || d.defaclnamespace::regnamespace END
            FROM pg_default_acl d CROSS JOIN LATERAL aclexplode(d.defaclacl) a
            WHERE (a.grantee = 0 OR a.grantee = ANY ($roles)) AND NOT (a.grantee = 0 AND d.defaclobjtype IN ('f', 'T'))
                AND a.grantee <> d.defaclrole
                AND (d.defaclobjtype IN ('r', 'L') OR d.defaclobjtype = 'n' AND a.privilege_type = 'CREATE') = $rows
            GROUP BY a.grantee, d.oid, d.defaclobjtype, d.defaclrole, d.defaclnamespace
            ORDER BY 1""";

    private static final String REMEDY = "Tenon grants what the snapshot says: ALTER DEFAULT PRIVILEGES … REVOKE it";

    @Override
    public String name() {
        return "default-privileges";
    }

    @Override
    public List<ReachFinding> find(ReachQueries catalogs) throws SQLException {
        List<ReachFinding> findings =
                new ArrayList<>(ReachFinding.leaks(catalogs.paths(GRANTED.replace("$rows", "true")), REMEDY));
        findings.addAll(ReachFinding.warnings(catalogs.paths(GRANTED.replace("$rows", "false")), REMEDY));
        return findings;
    }
}
