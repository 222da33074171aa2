package dev.tenon.runtime.internal.isolation.reach;

import dev.tenon.runtime.isolation.Verdict;
import dev.tenon.schema.Grant;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.Partition;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * No session of the application has more privileges on a table than the snapshot grants: on shared tables, too, and by
 * its login role. What the application role and every role have on tenant tables, the probe {@code privileges} reports for
 * each table.
 */
final class UngrantedPrivileges implements ReachCheck {

    /** Every privilege comes from an entry of the relation or of one of its columns. */
    private static final String HELD = """
            SELECT concat_ws(E'\\n', a.grantee, a.privilege, c.oid = ANY ($tenants), n.nspname, c.relname)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            CROSS JOIN LATERAL (
                SELECT x.grantee, x.privilege_type || CASE WHEN x.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
                FROM aclexplode(c.relacl) x
                UNION
                SELECT x.grantee, x.privilege_type || CASE WHEN x.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
                FROM pg_attribute t CROSS JOIN LATERAL aclexplode(t.attacl) x
                WHERE t.attrelid = c.oid AND t.attacl IS NOT NULL AND NOT t.attisdropped) a (grantee, privilege)
            WHERE c.oid = ANY ($tables) AND (a.grantee = 0 OR a.grantee = ANY ($roles)) AND a.grantee <> c.relowner
            ORDER BY c.oid, array_position($roles, a.grantee), a.privilege""";

    /** A policy for the login role would apply to it, too, when it has the privileges of the application role. */
    private static final String POLICIES = """
            SELECT r.oid || E'\\n' || 'has policy ' || quote_ident(p.polname) || ' on ' || p.polrelid::regclass
            FROM pg_policy p, pg_roles r
            WHERE p.polrelid = ANY ($tenants) AND p.polpermissive AND r.oid = ANY (p.polroles) AND r.oid = ANY ($roles)
                AND r.oid <> ($roles)[1]
            ORDER BY 1""";

    private static final String PUBLIC = "public";

    private static final String GRANT_OPTION = " WITH GRANT OPTION";

    private static final int FIELDS = 5;

    @Override
    public String name() {
        return "ungranted-privileges";
    }

    @Override
    public List<ReachFinding> find(ReachQueries catalogs) throws SQLException {
        Map<QualifiedName, List<Grant>> granted = granted(catalogs);
        String application = catalogs.session().role();
        List<ReachFinding> findings = new ArrayList<>();
        for (Map.Entry<Holding, Set<String>> each : holdings(catalogs).entrySet()) {
            Holding holding = each.getKey();
            Set<String> extra = new TreeSet<>(each.getValue());
            KeyedLookup.find(granted.getOrDefault(holding.table(), List.of()), holding.role())
                    .ifPresent(grant ->
                            grant.privileges().stream().map(Privilege::name).forEach(extra::remove));
            boolean onTenants = holding.tenant()
                    && (holding.role().equals(application) || holding.role().equals(PUBLIC));
            if (onTenants) {
                extra.removeIf(privilege -> !privilege.endsWith(GRANT_OPTION));
            }
            if (!extra.isEmpty()) {
                findings.add(new ReachFinding(
                        Verdict.BROKEN,
                        holding.path() + " may " + String.join(", ", extra) + " on "
                                + holding.table().display() + ", which the snapshot does not grant; revoke it"));
            }
        }
        findings.addAll(ReachFinding.leaks(catalogs.paths(POLICIES), "drop the policy"));
        return findings;
    }

    /** Who has privileges on which table. */
    private record Holding(String role, String path, QualifiedName table, boolean tenant) {}

    private static Map<Holding, Set<String>> holdings(ReachQueries catalogs) throws SQLException {
        Map<Holding, Set<String>> holdings = new LinkedHashMap<>();
        for (String row : catalogs.session().texts(catalogs.expanded(HELD))) {
            String[] of = row.split("\n", FIELDS);
            boolean everyone = of[0].equals("0");
            Holding holding = new Holding(
                    everyone ? PUBLIC : catalogs.role(of[0]).role().name(),
                    everyone ? "every role" : catalogs.role(of[0]).path(),
                    new QualifiedName(of[3], of[4]),
                    of[2].equals("t"));
            holdings.computeIfAbsent(holding, first -> new TreeSet<>()).add(of[1]);
        }
        return holdings;
    }

    private static Map<QualifiedName, List<Grant>> granted(ReachQueries catalogs) {
        Map<QualifiedName, List<Grant>> granted = new TreeMap<>();
        for (Table table : catalogs.snapshot().tables()) {
            granted.put(table.name(), table.grants());
            for (Partition partition : table.partitions()) {
                granted.put(table.name().withName(partition.name()), partition.grants());
            }
        }
        return granted;
    }
}
