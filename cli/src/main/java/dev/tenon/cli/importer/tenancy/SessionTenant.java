package dev.tenon.cli.importer.tenancy;

import dev.tenon.cli.importer.tenancy.TenancyFinding.Kind;
import dev.tenon.schema.Grant;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.TenantConditions;
import dev.tenon.schema.internal.sql.parse.SessionValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How sessions name their tenant: the setting that existing policies read, and the role that they apply to.
 *
 * @param setting the tenant setting
 * @param role the application role
 * @param findings what existing policies read that is no setting
 */
record SessionTenant(String setting, String role, List<TenancyFinding> findings) {

    private static final String EVERYONE = "public";
    private static final String DEFAULT_ROLE = "authenticated";

    /** The words that PostgreSQL accepts in the name of a setting. */
    private static final String WORD = "[A-Za-z_][A-Za-z0-9_$]*";

    SessionTenant {
        findings = List.copyOf(findings);
    }

    /**
     * Finds both.
     *
     * @param tenantColumns the tables whose rows belong to a tenant or are tenants, with the column that says which
     */
    static SessionTenant find(TenancyRequest request, Map<Table, String> tenantColumns, TenantConditions conditions) {
        Map<String, Integer> settings = new TreeMap<>();
        Map<String, Integer> roles = new TreeMap<>();
        List<TenancyFinding> findings = new ArrayList<>();
        tenantColumns.forEach((table, column) -> {
            for (Policy policy : table.policies()) {
                Optional<SessionValue> value = conditions.comparedWith(policy, column);
                if (value.isPresent() && value.get() instanceof SessionValue.Setting setting) {
                    settings.merge(setting.name(), 1, Integer::sum);
                    policy.roles().forEach(role -> roles.merge(role, 1, Integer::sum));
                } else if (value.isPresent()) {
                    findings.add(
                            new TenancyFinding(Kind.POLICY, table.name().display(), unsettable(policy, value.get())));
                }
            }
        });
        roles.remove(EVERYONE);
        String setting = request.setting()
                .or(() -> only(settings, "several settings hold the tenant in policies", "--tenant-setting"))
                .orElseGet(() -> "app." + (request.column().matches(WORD) ? request.column() : "tenant_id"));
        String role = request.role()
                .or(() -> most(roles, "policies apply to several roles"))
                .or(() -> most(writers(tenantColumns.keySet()), "several roles write rows of tenants"))
                .orElse(DEFAULT_ROLE);
        return new SessionTenant(setting, role, findings);
    }

    private static String unsettable(Policy policy, SessionValue value) {
        String what = value instanceof SessionValue.Call call ? call.function() + "()" : "an expression";
        return "policy " + policy.name() + " compares the tenant with " + what
                + ", which is not the value of one setting; it is kept, and sessions must also set the tenant setting";
    }

    private static Optional<String> only(Map<String, Integer> found, String problem, String option) {
        if (found.size() > 1) {
            throw TenantRootFinder.fault(problem + ": " + counted(found), "choose one with " + option);
        }
        return found.keySet().stream().findFirst();
    }

    /** The most frequent one, if there is only one. */
    private static Optional<String> most(Map<String, Integer> found, String problem) {
        int highest = found.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        Map<String, Integer> first = new TreeMap<>(found);
        first.values().removeIf(count -> count < highest);
        return only(first, problem, "--tenant-role");
    }

    private static String counted(Map<String, Integer> found) {
        return found.entrySet().stream()
                .map(each -> each.getKey() + " (" + each.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    /** The roles that may insert rows of tenants, with the number of tables. */
    private static Map<String, Integer> writers(Collection<Table> tables) {
        Map<String, Integer> writers = new TreeMap<>();
        for (Table table : tables) {
            new TreeSet<>(table.grants().stream()
                            .filter(grant -> grant.privileges().contains(Privilege.INSERT))
                            .map(Grant::grantee)
                            .toList())
                    .forEach(role -> writers.merge(role, 1, Integer::sum));
        }
        writers.remove(EVERYONE);
        return writers;
    }
}
