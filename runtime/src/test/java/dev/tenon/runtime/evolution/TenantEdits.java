package dev.tenon.runtime.evolution;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.derive.DeclaredTable;
import dev.tenon.schema.internal.derive.TableDeriver;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Edits of tenant scopes. */
final class TenantEdits {

    static final Edit SCOPE = Edit.table("scope table to tenants", TenantEdits::scope);

    static final List<Edit> ALL =
            List.of(SCOPE, Edit.table("take tenant scope away", (edited, random, table) -> unscope(edited, table)));

    private static final Set<String> TYPES = Set.of("uuid", "bigint", "text");

    private TenantEdits() {}

    private static void scope(EditedSchema edited, RandomChoices random, Table table) {
        if (edited.schema.tenancy().isEmpty()) {
            random.maybe(edited.schema.tables().stream()
                            .filter(root -> root.partitioning().isEmpty())
                            .flatMap(root -> tenancy(root).stream())
                            .filter(how -> isOld(edited, how)
                                    || !edited.isOld(table.name().name()))
                            .toList())
                    .ifPresent(tenancy -> edited.set(edited.schema.withTenancy(Optional.of(tenancy))));
        }
        Optional<Tenancy> tenancy = edited.schema.tenancy();
        boolean may = table.tenantScope().equals(TenantScope.NONE)
                && tenancy.filter(how -> !how.root().equals(table.name()))
                        .filter(how ->
                                isOld(edited, how) || !edited.isOld(table.name().name()))
                        .isPresent();
        if (may) {
            edited.replace(table, each -> fenced(edited, each, tenancy.orElseThrow()));
        }
    }

    /** Whether a tenant exists to whom rows can be assigned. */
    private static boolean isOld(EditedSchema edited, Tenancy how) {
        return edited.isOld(how.root().name()) && edited.isOld(how.rootKey());
    }

    /** Returns the tenant scope for this table, if possible. */
    static Optional<Tenancy> tenancy(Table root) {
        return root.primaryKey()
                .map(Constraint.PrimaryKey::columns)
                .filter(key -> key.size() == 1)
                .flatMap(key -> root.column(key.get(0)))
                .filter(key -> TYPES.contains(key.type().toString()))
                .map(key -> tenancy(root, key.name(), key.type()));
    }

    private static Tenancy tenancy(Table root, String key, ColumnType type) {
        return new Tenancy(root.name(), key, "tenant_id", type, "app.tenant_id", SecurityEdits.ROLE);
    }

    /**
     * Declares the tenant scope without the former policies. All old rows are assigned to one tenant, so references to
     * rows of other tenants are removed.
     */
    private static Table fenced(EditedSchema edited, Table table, Tenancy tenancy) {
        TenantScope scope = new TenantScope.Scoped(edited.tokens.next());
        List<DeclaredTable> all = edited.schema.tables().stream()
                .map(each -> each.withRowSecurity(RowSecurity.DISABLED, List.of()))
                .map(each ->
                        each.name().equals(table.name()) ? alone(edited, each).withTenantScope(scope) : each)
                .map(each -> new DeclaredTable(each, false, Set.of(), Set.of(), Set.of()))
                .toList();
        return TableDeriver.derive(all, Optional.of(tenancy), taken -> {}).stream()
                .filter(each -> each.name().equals(table.name()))
                .findFirst()
                .orElseThrow();
    }

    private static Table alone(EditedSchema edited, Table table) {
        return edited.isOld(table.name().name())
                ? table.withConstraints(table.constraints().stream()
                        .filter(each -> !(each instanceof Constraint.ForeignKey))
                        .toList())
                : table;
    }

    private static void unscope(EditedSchema edited, Table table) {
        if (table.tenantScope() instanceof TenantScope.Scoped) {
            edited.replace(
                    table,
                    each -> each.withTenantScope(TenantScope.NONE).withRowSecurity(RowSecurity.DISABLED, List.of()));
        }
    }

    /** Removes scopes that lack a prerequisite. */
    static Schema whole(Schema schema) {
        Optional<Tenancy> tenancy = schema.tenancy()
                .filter(how -> schema.table(how.root()).stream()
                        .flatMap(root -> tenancy(root).stream())
                        .anyMatch(how::equals));
        return schema.withTenancy(tenancy)
                .withTables(schema.tables().stream()
                        .map(table -> tenancy.isPresent() && holdsTenant(table)
                                ? table
                                : table.withTenantScope(TenantScope.NONE))
                        .toList());
    }

    private static boolean holdsTenant(Table table) {
        return table.tenantScope().tenantColumn().flatMap(table::column).isPresent();
    }
}
