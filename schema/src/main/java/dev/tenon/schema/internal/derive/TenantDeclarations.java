package dev.tenon.schema.internal.derive;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ForeignKeyMatch;
import dev.tenon.schema.Grant;
import dev.tenon.schema.Partition;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.TenantScope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * From the tables of a database to the declarations from which {@link TableDeriver} derives them: the inverse of tenant
 * isolation. Keys, constraints and indexes without the tenant column are declared as such, so that deriving changes none
 * of them, except a foreign key between tables of tenants, and the index that serves it.
 */
public final class TenantDeclarations {

    /** Privileges to which policies do not apply. */
    private static final Set<Privilege> UNGUARDED =
            EnumSet.of(Privilege.TRUNCATE, Privilege.REFERENCES, Privilege.TRIGGER);

    private final Tenancy tenancy;
    private final List<Table> tables;
    private final TenantPolicyTemplate template;
    private final TenantConditions conditions;
    private final Map<QualifiedName, TenantScope> scopes = new HashMap<>();
    private final Set<QualifiedName> referenced = new HashSet<>();

    /**
     * Declares tables.
     *
     * @param tables the tables, with their scopes
     * @param conditions recognizes conditions on the tenant
     */
    public TenantDeclarations(Tenancy tenancy, List<Table> tables, TenantConditions conditions) {
        this.tenancy = tenancy;
        this.tables = List.copyOf(tables);
        this.template = new TenantPolicyTemplate(tenancy);
        this.conditions = conditions;
        for (Table table : tables) {
            scopes.put(table.name(), table.tenantScope());
            table.foreignKeys().forEach(key -> referenced.add(key.target()));
        }
    }

    /** The declared tables, in the order of the tables. */
    public List<DeclaredTable> declare() {
        return tables.stream().map(this::declare).toList();
    }

    private DeclaredTable declare(Table table) {
        Optional<String> tenant = table.tenantScope().tenantColumn();
        if (tenant.isEmpty()) {
            return new DeclaredTable(table, false, Set.of(), Set.of(), Set.of());
        }
        TenantIndexes indexes = new TenantIndexes(table, tenant.get(), this::becomesComposite);
        boolean scoped = table.tenantScope() instanceof TenantScope.Scoped;
        boolean plainKey = scoped
                && table.primaryKey()
                        .filter(key -> !key.columns().contains(tenant.get()))
                        .isPresent();
        Table declared = access(table)
                .withColumns(table.columns().stream()
                        .map(column -> column.name().equals(tenant.get()) && scoped ? withoutDefault(column) : column)
                        .toList())
                .withConstraints(table.constraints().stream()
                        .filter(constraint -> !isDerived(table, constraint, tenant.get(), plainKey))
                        .map(constraint -> scoped ? indexes.declared(constraint) : constraint)
                        .map(constraint -> declaredReference(constraint, tenant.get()))
                        .toList());
        if (!scoped) {
            return new DeclaredTable(declared, false, Set.of(), Set.of(), Set.of());
        }
        return new DeclaredTable(
                declared.withIndexes(indexes.declared()), plainKey, indexes.global(), indexes.unled(), Set.of());
    }

    private Column withoutDefault(Column tenant) {
        return tenant.defaultValue()
                        .filter(value -> conditions.readsTenant(value, tenancy.setting()))
                        .isPresent()
                ? tenant.withDefault(Optional.empty())
                : tenant;
    }

    /** Whether tenant isolation adds the constraint to the table. */
    private boolean isDerived(Table table, Constraint constraint, String tenant, boolean plainKey) {
        if (!(table.tenantScope() instanceof TenantScope.Scoped)) {
            return false;
        }
        boolean ofKey = plainKey
                && referenced.contains(table.name())
                && table.primaryKey()
                        .filter(key -> template.referencedKey(table.name(), tenant, key)
                                .equals(constraint))
                        .isPresent();
        return ofKey || template.rootReference(table.name(), tenant).equals(constraint);
    }

    /** Whether the foreign key will include the tenant columns, and does not yet. */
    private boolean becomesComposite(Constraint.ForeignKey key, String tenant) {
        return scopes.get(key.target()) instanceof TenantScope.Scoped target
                && !key.columns().contains(tenant)
                && !key.targetColumns().contains(target.column());
    }

    private Constraint declaredReference(Constraint constraint, String tenant) {
        if (!(constraint instanceof Constraint.ForeignKey key)
                || !(scopes.get(key.target()) instanceof TenantScope.Scoped target)) {
            return constraint;
        }
        if (becomesComposite(key, tenant)) {
            // Of one column, FULL and SIMPLE mean the same; beside the tenant column, FULL would refuse nulls.
            return key.columns().size() == 1 ? key.withMatch(ForeignKeyMatch.SIMPLE) : key;
        }
        int size = key.columns().size();
        if (size < 2
                || !key.columns().get(0).equals(tenant)
                || !key.targetColumns().get(0).equals(target.column())) {
            return key;
        }
        List<String> own = key.columns().subList(1, size);
        return key.withColumns(
                own,
                key.targetColumns().subList(1, size),
                key.onDeleteColumns().equals(own) ? List.of() : key.onDeleteColumns());
    }

    /** Without the policies and grants that tenant isolation adds, and without what it does not allow. */
    private Table access(Table table) {
        List<Policy> kept = table.policies().stream()
                .filter(policy -> !conditions.repeats(policy, table, tenancy))
                .toList();
        Set<Privilege> derived = EnumSet.copyOf(TenantPolicyTemplate.derivedPrivileges(table.tenantScope()));
        List<Grant> grants = new ArrayList<>();
        for (Grant grant : table.grants()) {
            privileges(grant, grant.grantee().equals(tenancy.role()) ? derived : Set.of())
                    .ifPresent(grants::add);
        }
        return table.withRowSecurity(kept.isEmpty() ? RowSecurity.DISABLED : RowSecurity.FORCED, kept)
                .withGrants(grants)
                .withPartitioning(table.partitioning()
                        .map(how -> how.withPartitions(
                                how.partitions().stream().map(this::secured).toList())));
    }

    /** A partition with the row-level security of its table. */
    private Partition secured(Partition partition) {
        List<Grant> grants = partition.grants().stream()
                .flatMap(grant -> privileges(grant, Set.of()).stream())
                .toList();
        return new Partition(
                partition.name(),
                partition.bound(),
                false,
                RowSecurity.DISABLED,
                List.of(),
                grants,
                partition.comment());
    }

    private Optional<Grant> privileges(Grant grant, Set<Privilege> derived) {
        boolean application =
                grant.grantee().equals(tenancy.role()) || grant.grantee().equals(TenantConditions.EVERYONE);
        List<Privilege> rest = grant.privileges().stream()
                .filter(privilege -> !derived.contains(privilege))
                .filter(privilege -> !(application && UNGUARDED.contains(privilege)))
                .toList();
        return rest.isEmpty() ? Optional.empty() : Optional.of(new Grant(grant.grantee(), rest));
    }
}
