package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Column;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.function.Consumer;

/**
 * The tenant column of every table must have the type of the tenant key, and be NOT NULL once keys include the tenant.
 */
final class TenantColumn implements SchemaRule {

    @Override
    public String code() {
        return "TN304";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        schema.tenancy().ifPresent(tenancy -> {
            for (Table table : schema.tables()) {
                table.tenantScope()
                        .tenantColumn()
                        .flatMap(table::column)
                        .ifPresent(column -> check(table, column, tenancy, findings));
            }
        });
    }

    private void check(Table table, Column column, Tenancy tenancy, Consumer<Finding> findings) {
        ObjectPath path = ObjectPath.column(table.name(), column.name());
        if (!column.type().equals(tenancy.type())) {
            findings.accept(Finding.error(
                    code(),
                    path,
                    "type",
                    "tenant " + path + " has type " + column.type() + ", but the key of "
                            + tenancy.root().display() + " has type " + tenancy.type(),
                    "use that type, or remove the field: Tenon adds the column"));
        }
        if (column.nullable() && tenancy.hasKeys()) {
            String problem = "tenant " + path + " is nullable, but a row without a tenant would belong to no tenant";
            findings.accept(Finding.error(code(), path, "nullable", problem, "make it NOT NULL"));
        }
    }
}
