package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.Grant;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Partition;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.rule.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A role with privileges on a table of tenants sees no row of it from when row-level security is enabled. */
final class LockedOutRole implements HazardRule {

    private static final List<Privilege> ON_ROWS =
            List.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE);

    @Override
    public String code() {
        return "TN436";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        for (Table after : context.after().tables()) {
            Optional<Table> before = context.before().table(after.name());
            if (after.tenantScope().tenantColumn().isEmpty() || before.isEmpty()) {
                continue;
            }
            if (before.get().rowSecurity() == RowSecurity.DISABLED && after.rowSecurity() != RowSecurity.DISABLED) {
                check(after.name(), before.get().grants(), after.grants(), after.policies(), findings);
            }
            for (Partition now : after.partitions()) {
                KeyedLookup.find(before.get().partitions(), now.name())
                        .filter(was ->
                                was.rowSecurity() == RowSecurity.DISABLED && now.rowSecurity() != RowSecurity.DISABLED)
                        .ifPresent(was -> check(
                                after.name().withName(now.name()),
                                was.grants(),
                                now.grants(),
                                now.policies(),
                                findings));
            }
        }
    }

    private void check(
            QualifiedName table,
            List<Grant> before,
            List<Grant> after,
            List<Policy> policies,
            Consumer<Finding> findings) {
        for (Grant grant : after) {
            String role = grant.grantee();
            boolean had = KeyedLookup.find(before, role).stream()
                    .flatMap(was -> was.privileges().stream())
                    .anyMatch(ON_ROWS::contains);
            boolean sees = policies.stream()
                    .filter(Policy::permissive)
                    .flatMap(policy -> policy.roles().stream())
                    .anyMatch(each -> each.equals(role) || each.equals("public"));
            if (had && !sees) {
                findings.accept(Finding.unlessAccepted(
                        code(),
                        ObjectPath.grant(table, role),
                        "lock-out",
                        "role " + role + " has privileges on " + table.display()
                                + ", but would see no row of it once row-level security is enabled",
                        "admit it with @Tenancy(admitted = \"" + role + "\")"));
            }
        }
    }
}
