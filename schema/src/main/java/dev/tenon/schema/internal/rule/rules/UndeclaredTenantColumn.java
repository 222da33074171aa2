package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.List;
import java.util.function.Consumer;

/** A table with the tenant column, or a reference to the tenant root, must declare whether its rows belong to the tenant. */
final class UndeclaredTenantColumn implements SchemaRule {

    private static final String REMEDY =
            "add @TenantScoped to it, or state with @Shared(reason = \"…\") why all tenants may see it";

    @Override
    public String code() {
        return "TN315";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        schema.tenancy()
                .ifPresent(tenancy -> schema.tables().stream()
                        .filter(table -> table.tenantScope() instanceof TenantScope.None)
                        .forEach(table -> check(table, tenancy, findings)));
    }

    private void check(Table table, Tenancy tenancy, Consumer<Finding> findings) {
        List<Constraint.ForeignKey> keys = table.foreignKeys().stream()
                .filter(key -> key.target().equals(tenancy.root()))
                .toList();
        keys.forEach(key -> findings.accept(Finding.error(
                code(),
                ObjectPath.constraint(table.name(), key.name()),
                "target",
                table.name().display() + " references tenant root "
                        + tenancy.root().display() + ", but is neither @TenantScoped nor @Shared",
                REMEDY)));
        if (keys.isEmpty()) {
            table.column(tenancy.column())
                    .ifPresent(column -> findings.accept(Finding.error(
                            code(),
                            ObjectPath.column(table.name(), column.name()),
                            "",
                            table.name().display() + " has the tenant column " + column.name()
                                    + ", but is neither @TenantScoped nor @Shared",
                            REMEDY)));
        }
    }
}
