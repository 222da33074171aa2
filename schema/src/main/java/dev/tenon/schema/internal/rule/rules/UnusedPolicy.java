package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Grant;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.derive.TenantAdmission;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A policy must apply to a role that has a matching privilege; otherwise it has no effect. A policy that accepts all
 * rows is for the owner, who needs no privilege.
 */
final class UnusedPolicy implements SchemaRule {

    private static final Set<Optional<String>> ALL_ROWS = Set.of(Optional.empty(), Optional.of("true"));

    @Override
    public String code() {
        return "TN317";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            for (Policy policy : table.policies()) {
                boolean forOwner = ALL_ROWS.contains(policy.using()) && ALL_ROWS.contains(policy.check());
                if (!forOwner
                        && !awaitsGrant(table, policy)
                        && policy.roles().stream().noneMatch(role -> uses(role, policy, table))) {
                    findings.accept(Finding.warning(
                            code(),
                            ObjectPath.policy(table.name(), policy.name()),
                            "roles",
                            "policy " + policy.name() + " applies to " + String.join(", ", policy.roles())
                                    + " without a matching privilege on "
                                    + table.name().display(),
                            "grant the privilege with @Grant, or remove the policy"));
                }
            }
        }
    }

    /**
     * The tenant root has a policy for DELETE before anybody grants that, and an admitted role has one on every table.
     */
    private static boolean awaitsGrant(Table table, Policy policy) {
        return (table.tenantScope() instanceof TenantScope.Root && policy.command() == Policy.Command.DELETE)
                || TenantAdmission.is(policy);
    }

    /** Whether the policy affects the role. Role {@code public} includes the owner, who needs no privilege. */
    private static boolean uses(String role, Policy policy, Table table) {
        return role.equals("public")
                || Stream.of(role, "public")
                        .flatMap(name -> KeyedLookup.find(table.grants(), name).stream())
                        .map(Grant::privileges)
                        .anyMatch(privileges -> speaksOf(policy, privileges));
    }

    private static boolean speaksOf(Policy policy, List<Privilege> privileges) {
        return policy.command() == Policy.Command.ALL
                ? !privileges.isEmpty()
                : privileges.contains(Privilege.valueOf(policy.command().name()));
    }
}
