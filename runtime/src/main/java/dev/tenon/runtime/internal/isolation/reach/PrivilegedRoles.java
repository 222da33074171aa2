package dev.tenon.runtime.internal.isolation.reach;

import dev.tenon.runtime.isolation.Verdict;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** No session of the application can use a role that bypasses policies, or can give itself such a role. */
final class PrivilegedRoles implements ReachCheck {

    private static final String ATTRIBUTES = """
            SELECT oid || E'\\n' || concat_ws(', ', CASE WHEN rolsuper THEN 'SUPERUSER' END,
                CASE WHEN rolbypassrls THEN 'BYPASSRLS' END, CASE WHEN rolcreaterole THEN 'CREATEROLE' END,
                CASE WHEN rolcreatedb THEN 'CREATEDB' END, CASE WHEN rolreplication THEN 'REPLICATION' END)
            FROM pg_roles
            WHERE rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication""";

    @Override
    public String name() {
        return "role-membership";
    }

    @Override
    public List<ReachFinding> find(ReachQueries catalogs) throws SQLException {
        Map<String, String> attributes = new TreeMap<>();
        for (String row : catalogs.texts(ATTRIBUTES)) {
            String[] of = row.split("\n", 2);
            attributes.put(of[0], of[1]);
        }
        String application = catalogs.session().role();
        List<ReachFinding> findings = new ArrayList<>();
        for (ReachableRole role : catalogs.reached()) {
            boolean own = role.role().name().equals(application);
            if (role.role().predefined()) {
                findings.add(leak(role.path() + ", a predefined role with rights of its own"));
            } else if (!own && attributes.containsKey(role.role().oid())) {
                findings.add(
                        leak(role.path() + " is " + attributes.get(role.role().oid())));
            }
        }
        RoleGraph roles = catalogs.roles();
        roles.administrators(roles.named(application), catalogs.reached())
                .forEach(path ->
                        findings.add(leak(path + " may grant " + application + " to any role, by the ADMIN OPTION")));
        roles.inert(catalogs.reached())
                .forEach(path -> findings.add(new ReachFinding(
                        Verdict.WARNING,
                        path + " is a membership without SET and INHERIT: it gives nothing today; revoke it")));
        return findings;
    }

    private static ReachFinding leak(String path) {
        return new ReachFinding(Verdict.BROKEN, path + "; revoke the membership, or give the application another role");
    }
}
