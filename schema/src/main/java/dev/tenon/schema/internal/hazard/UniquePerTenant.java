package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.rule.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A unique constraint or index that includes the tenant column from now on lets two tenants have the same value, which it
 * did not before. Primary keys are not concerned, because {@code @TenantScoped} says which form they have.
 */
final class UniquePerTenant implements HazardRule {

    @Override
    public String code() {
        return "TN419";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        for (Table after : context.after().tables()) {
            Optional<String> tenant = after.tenantScope().tenantColumn();
            Optional<Table> before = context.before().table(after.name());
            if (tenant.isPresent() && before.isPresent()) {
                check(before.get(), after, tenant.get(), findings);
            }
        }
    }

    private void check(Table before, Table after, String tenant, Consumer<Finding> findings) {
        List<Set<String>> kept = new ArrayList<>(keys(after).values());
        after.primaryKey().ifPresent(key -> kept.add(Set.copyOf(key.columns())));
        keys(before).forEach((path, columns) -> {
            Set<String> perTenant = new HashSet<>(columns);
            perTenant.add(tenant);
            if (!columns.contains(tenant)
                    && kept.contains(perTenant)
                    && kept.stream().noneMatch(columns::containsAll)) {
                findings.accept(Finding.unlessAccepted(
                        code(),
                        path,
                        "unique-per-tenant",
                        path.display() + " is unique across all tenants, and would be unique only within each tenant",
                        "declare it with global = true and a reason to keep it"));
            }
        });
    }

    /** The columns of the unique constraints and of the unique indexes over all rows. */
    private static Map<ObjectPath, Set<String>> keys(Table table) {
        Map<ObjectPath, Set<String>> keys = new TreeMap<>();
        table.constraints(Constraint.Unique.class)
                .forEach(unique -> keys.put(
                        ObjectPath.constraint(table.name(), unique.name()), Set.copyOf(unique.columns())));
        for (Index index : table.indexes()) {
            List<String> columns =
                    index.keys().stream().flatMap(key -> key.column().stream()).toList();
            if (index.unique()
                    && index.where().isEmpty()
                    && columns.size() == index.keys().size()) {
                keys.put(ObjectPath.index(table.name(), index.name()), Set.copyOf(columns));
            }
        }
        return keys;
    }
}
