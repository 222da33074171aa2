package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Grant;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Policies do not apply to TRUNCATE, REFERENCES and TRIGGER, so the application role must not have these privileges on
 * tables of tenants.
 */
final class PolicyBypassingGrant implements SchemaRule {

    @Override
    public String code() {
        return "TN310";
    }

    private static final Set<Privilege> UNGUARDED = Set.of(Privilege.TRUNCATE, Privilege.REFERENCES, Privilege.TRIGGER);

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        schema.tenancy()
                .ifPresent(tenancy -> schema.tables().stream()
                        .filter(table -> table.tenantScope().tenantColumn().isPresent())
                        .forEach(table -> check(table, tenancy, findings)));
    }

    private void check(Table table, Tenancy tenancy, Consumer<Finding> findings) {
        for (Grant grant : table.grants()) {
            List<Privilege> unguarded =
                    grant.privileges().stream().filter(UNGUARDED::contains).toList();
            boolean application =
                    grant.grantee().equals(tenancy.role()) || grant.grantee().equals("public");
            if (application && !unguarded.isEmpty()) {
                findings.accept(Finding.error(
                        code(),
                        ObjectPath.grant(table.name(), grant.grantee()),
                        "",
                        unguarded + " on " + table.name().display() + " lets " + grant.grantee()
                                + " access rows of all tenants, because row-level security does not apply"
                                + " to it",
                        "grant it to another role"));
            }
        }
    }
}
