package dev.tenon.runtime.internal.isolation.reach;

import dev.tenon.runtime.isolation.Verdict;
import dev.tenon.schema.Grant;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * No session of the application has more privileges on a table than the snapshot grants: on shared tables, too, and by
 * its login role. What the application role has on tenant tables, the probe {@code privileges} reports for each table.
 */
final class UngrantedPrivileges implements ReachCheck {

    private static final String HELD = ReachSql.WITH_HELD + """
            SELECT concat_ws(E'\\n', h.roleid, h.privileges, h.oid = ANY ($tenants), n.nspname, c.relname)
            FROM held h JOIN pg_class c ON c.oid = h.oid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE h.oid = ANY ($tables) ORDER BY h.oid""";

    /** A policy for the login role would apply to it, too, when it has the privileges of the application role. */
    private static final String POLICIES = """
            SELECT r.oid || E'\\n' || 'has policy ' || quote_ident(p.polname) || ' on ' || p.polrelid::regclass
            FROM pg_policy p, pg_roles r
            WHERE p.polrelid = ANY ($tenants) AND p.polpermissive AND r.oid = ANY (p.polroles) AND r.oid = ANY ($roles)
                AND r.oid <> ($roles)[1]
            ORDER BY 1""";

    private static final int FIELDS = 5;

    @Override
    public String name() {
        return "ungranted-privileges";
    }

    @Override
    public List<ReachFinding> find(ReachQueries catalogs) throws SQLException {
        List<Holding> holdings = holdings(catalogs);
        String application = catalogs.session().role();
        Map<QualifiedName, Holding> own = new HashMap<>();
        holdings.stream()
                .filter(holding -> holding.role().role().name().equals(application))
                .forEach(holding -> own.put(holding.table(), holding));
        List<ReachFinding> findings = new ArrayList<>();
        for (Holding holding : holdings) {
            Set<String> extra = new TreeSet<>(holding.privileges());
            extra.removeAll(granted(holding.table(), catalogs));
            if (holding.tenant() && own.containsKey(holding.table())) {
                extra.removeAll(own.get(holding.table()).privileges());
            }
            if (!extra.isEmpty()) {
                findings.add(new ReachFinding(
                        Verdict.BROKEN,
                        holding.role().path() + " may " + String.join(", ", extra) + " on "
                                + holding.table().display() + ", which the snapshot does not grant; revoke it"));
            }
        }
        findings.addAll(ReachFinding.leaks(catalogs.paths(POLICIES), "drop the policy"));
        return findings;
    }

    /** What a role may do with a table. */
    private record Holding(ReachableRole role, QualifiedName table, boolean tenant, List<String> privileges) {}

    private static List<Holding> holdings(ReachQueries catalogs) throws SQLException {
        List<Holding> holdings = new ArrayList<>();
        for (String row : catalogs.session().texts(catalogs.expanded(HELD))) {
            String[] of = row.split("\n", FIELDS);
            holdings.add(new Holding(
                    catalogs.role(of[0]),
                    new QualifiedName(of[3], of[4]),
                    of[2].equals("t"),
                    List.of(of[1].split(", "))));
        }
        return holdings;
    }

    /** Returns what the snapshot grants on the table to any role that the application reaches. */
    private static Set<String> granted(QualifiedName table, ReachQueries catalogs) {
        Set<String> granted = new TreeSet<>();
        Stream<String> names = Stream.concat(
                Stream.of("public"),
                catalogs.reached().stream().map(each -> each.role().name()));
        List<Grant> grants = catalogs.snapshot().table(table).map(Table::grants).orElse(List.of());
        names.flatMap(name -> KeyedLookup.find(grants, name).stream())
                .flatMap(grant -> grant.privileges().stream())
                .map(Privilege::name)
                .forEach(granted::add);
        return granted;
    }
}
