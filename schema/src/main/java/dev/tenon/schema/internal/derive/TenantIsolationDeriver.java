package dev.tenon.schema.internal.derive;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.Index;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.TenantScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Adds tenant isolation to the tables that are declared tenant-scoped: the tenant column, keys that begin with it,
 * foreign keys that include it, forced row-level security with policies, and grants.
 */
final class TenantIsolationDeriver {

    private final Tenancy tenancy;
    private final List<DeclaredTable> declared;
    private final Consumer<ObjectPath> taken;
    private final TenantPolicyTemplate template;
    private final Map<QualifiedName, TenantScope> scopes = new HashMap<>();
    private final Set<QualifiedName> referenced = new HashSet<>();

    TenantIsolationDeriver(Tenancy tenancy, List<DeclaredTable> declared, Consumer<ObjectPath> taken) {
        this.tenancy = tenancy;
        this.declared = declared;
        this.taken = taken;
        this.template = new TenantPolicyTemplate(tenancy);
        for (DeclaredTable each : declared) {
            scopes.put(each.table().name(), each.table().tenantScope());
            each.table().foreignKeys().forEach(key -> referenced.add(key.target()));
        }
    }

    List<DeclaredTable> fence() {
        return declared.stream().map(this::fence).toList();
    }

    private DeclaredTable fence(DeclaredTable each) {
        Table table = each.table();
        if (table.tenantScope() instanceof TenantScope.Scoped scoped) {
            table = withTenantColumn(table, scoped.column());
            table = table.withConstraints(constraints(each, scoped.column()));
            table = table.withIndexes(indexes(each, scoped.column()));
        } else if (table.tenantScope() instanceof TenantScope.Root root) {
            table = table.withConstraints(table.constraints().stream()
                    .map(constraint -> composite(constraint, root.column()))
                    .toList());
        } else {
            return each;
        }
        String column = table.tenantScope().tenantColumn().orElseThrow();
        Table fenced = table.withRowSecurity(RowSecurity.FORCED, policies(column, table))
                .withGrants(template.grants(table.tenantScope(), table.grants()));
        return new DeclaredTable(
                fenced, each.keepsPlainKey(), each.globalUniques(), each.unledIndexes(), each.unindexedForeignKeys());
    }

    /** The template's policies, then the declared ones. */
    private List<Policy> policies(String column, Table table) {
        List<Policy> policies = new ArrayList<>(template.policies(column));
        for (Policy each : table.policies()) {
            if (KeyedLookup.find(policies, each.name()).isPresent()) {
                taken.accept(ObjectPath.policy(table.name(), each.name()));
            } else {
                policies.add(each);
            }
        }
        return policies;
    }

    private Table withTenantColumn(Table table, String name) {
        List<Column> columns = new ArrayList<>(table.columns());
        Optional<Column> own = table.column(name);
        if (own.isEmpty()) {
            columns.add(0, Column.of(name, tenancy.type()).withDefault(Optional.of(template.columnDefault())));
        } else if (own.get().defaultValue().isEmpty()) {
            columns.set(columns.indexOf(own.get()), own.get().withDefault(Optional.of(template.columnDefault())));
        }
        return table.withColumns(columns);
    }

    private List<Constraint> constraints(DeclaredTable each, String tenant) {
        Table table = each.table();
        List<Constraint> constraints = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.PrimaryKey key && !each.keepsPlainKey()) {
                constraints.add(key.withColumns(lead(tenant, key.columns())));
            } else if (constraint instanceof Constraint.Unique unique
                    && !each.globalUniques().contains(unique.name())) {
                constraints.add(unique.withColumns(lead(tenant, unique.columns())));
            } else if (constraint instanceof Constraint.Exclusion exclusion
                    && !each.globalUniques().contains(exclusion.name())) {
                constraints.add(TenantPolicyTemplate.leadExclusion(exclusion, tenant));
            } else {
                constraints.add(composite(constraint, tenant));
            }
        }
        if (each.keepsPlainKey() && referenced.contains(table.name())) {
            table.primaryKey()
                    .ifPresent(key -> add(template.referencedKey(table.name(), tenant, key), constraints, table));
        }
        boolean refersToRoot = table.foreignKeys().stream()
                .anyMatch(key ->
                        key.target().equals(tenancy.root()) && key.columns().equals(List.of(tenant)));
        if (!refersToRoot) {
            add(template.rootReference(table.name(), tenant), constraints, table);
        }
        return constraints;
    }

    private void add(Constraint derived, List<Constraint> constraints, Table table) {
        if (KeyedLookup.find(constraints, derived.name()).isPresent()) {
            taken.accept(ObjectPath.constraint(table.name(), derived.name()));
        } else {
            constraints.add(derived);
        }
    }

    /**
     * Adds the tenant columns to a foreign key to a tenant-scoped table, so that no row references a row of another
     * tenant. A foreign key with a tenant column stays as declared; a rule reports it if it pairs that with another
     * column.
     */
    private Constraint composite(Constraint constraint, String tenant) {
        if (!(constraint instanceof Constraint.ForeignKey key)
                || !(scopes.get(key.target()) instanceof TenantScope.Scoped target)
                || key.columns().contains(tenant)
                || key.targetColumns().contains(target.column())) {
            return constraint;
        }
        return key.withColumns(lead(tenant, key.columns()), lead(target.column(), key.targetColumns()), set(key));
    }

    /**
     * The columns to set when the referenced row is deleted: never the tenant column, which is part of the row's key.
     */
    private static List<String> set(Constraint.ForeignKey key) {
        boolean sets = key.onDelete() == ForeignKeyAction.SET_NULL || key.onDelete() == ForeignKeyAction.SET_DEFAULT;
        return sets && key.onDeleteColumns().isEmpty() ? key.columns() : key.onDeleteColumns();
    }

    private static List<Index> indexes(DeclaredTable each, String tenant) {
        return each.table().indexes().stream()
                .map(index -> leads(each, index) ? TenantPolicyTemplate.leadIndex(index, tenant) : index)
                .toList();
    }

    private static boolean leads(DeclaredTable each, Index index) {
        return index.method().equals("btree")
                && !each.unledIndexes().contains(index.name())
                && !each.globalUniques().contains(index.name());
    }

    private static List<String> lead(String tenant, List<String> columns) {
        if (columns.contains(tenant)) {
            return columns;
        }
        List<String> led = new ArrayList<>(columns);
        led.add(0, tenant);
        return led;
    }
}
