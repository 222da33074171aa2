package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Grant;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Partition;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
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
 * tables of tenants; nor any on a partition that does not have the policies of its table.
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
            report(table.name(), grant, unguarded(grant), tenancy, "row-level security does not apply to it", findings);
        }
        for (Partition partition : table.partitions()) {
            QualifiedName own = table.name().withName(partition.name());
            for (Grant grant : partition.grants()) {
                report(
                        own,
                        grant,
                        partition.ownSecurity() ? grant.privileges() : unguarded(grant),
                        tenancy,
                        partition.ownSecurity()
                                ? "the partition does not have the policies of its table"
                                : "row-level security does not apply to it",
                        findings);
            }
        }
    }

    private static List<Privilege> unguarded(Grant grant) {
        return grant.privileges().stream().filter(UNGUARDED::contains).toList();
    }

    private void report(
            QualifiedName on,
            Grant grant,
            List<Privilege> privileges,
            Tenancy tenancy,
            String reason,
            Consumer<Finding> findings) {
        boolean application =
                grant.grantee().equals(tenancy.role()) || grant.grantee().equals("public");
        if (application && !privileges.isEmpty()) {
            findings.accept(Finding.error(
                    code(),
                    ObjectPath.grant(on, grant.grantee()),
                    "",
                    privileges + " on " + on.display() + " lets " + grant.grantee()
                            + " access rows of all tenants, because " + reason,
                    "grant it to another role"));
        }
    }
}
