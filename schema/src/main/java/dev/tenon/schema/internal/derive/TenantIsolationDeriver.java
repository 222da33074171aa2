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
import dev.tenon.schema.TenancyStage;
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
 * Adds tenant isolation to the tables that are declared tenant-scoped, as far as the stage of the tenancy says: the
 * tenant column, keys that begin with it, foreign keys that include it, row-level security with policies, and grants.
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
            table = withTenantColumn(each, scoped.column());
            table = tenancy.hasKeys()
                    ? withKeys(each, table, scoped.column())
                    : table.withConstraints(withRootReference(table, scoped.column(), table.constraints()));
        } else if (table.tenantScope() instanceof TenantScope.Root root) {
            table = tenancy.hasKeys() ? withReferences(table, root.column()) : table;
        } else {
            return each;
        }
        return each.withTable(tenancy.hasRowSecurity() ? withRowSecurity(table) : table);
    }

    private Table withKeys(DeclaredTable each, Table table, String tenant) {
        return table.withConstraints(constraints(each, tenant)).withIndexes(indexes(each, tenant));
    }

    private Table withReferences(Table table, String tenant) {
        return table.withConstraints(table.constraints().stream()
                .map(constraint -> composite(constraint, tenant))
                .toList());
    }

    /** Until the last stage, a declared security that is forced already stays so. */
    private Table withRowSecurity(Table table) {
        boolean forced = tenancy.stage() == TenancyStage.FORCED || table.rowSecurity() == RowSecurity.FORCED;
        String column = table.tenantScope().tenantColumn().orElseThrow();
        return table.withRowSecurity(forced ? RowSecurity.FORCED : RowSecurity.ENABLED, policies(column, table))
                .withGrants(template.grants(table.tenantScope(), table.grants()));
    }

    /** The template's policies, then the declared ones. */
    private List<Policy> policies(String column, Table table) {
        List<Policy> policies = new ArrayList<>(template.policies(column));
        tenancy.admitted().forEach(role -> policies.add(template.admission(role, table.name(), column)));
        for (Policy each : table.policies()) {
            if (KeyedLookup.find(policies, each.name()).isPresent()) {
                taken.accept(ObjectPath.policy(table.name(), each.name()));
            } else {
                policies.add(each);
            }
        }
        return policies;
    }

    private Table withTenantColumn(DeclaredTable each, String name) {
        Table table = each.table();
        List<Column> columns = new ArrayList<>(table.columns());
        Optional<Column> own = table.column(name);
        if (own.isEmpty()) {
            columns.add(0, Column.of(name, tenancy.type()).withDefault(Optional.of(template.columnDefault())));
        } else {
            Column column = own.get();
            columns.set(
                    columns.indexOf(column),
                    column.withDefault(column.defaultValue().or(() -> Optional.of(template.columnDefault())))
                            .withNullable(column.nullable() || isBeingFilled(each)));
        }
        return table.withColumns(columns);
    }

    /** Whether no row is refused yet whose tenant cannot be found. */
    private boolean isBeingFilled(DeclaredTable each) {
        return !tenancy.hasKeys() && each.tenantValue().isPresent();
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
        return withRootReference(table, tenant, constraints);
    }

    /** Adds the foreign key to the tenant root, unless the table declares it. */
    private List<Constraint> withRootReference(Table table, String tenant, List<Constraint> others) {
        List<Constraint> constraints = new ArrayList<>(others);
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
