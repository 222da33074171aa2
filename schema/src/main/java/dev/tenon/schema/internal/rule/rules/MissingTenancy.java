package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.function.Consumer;

/** Tenant-scoped tables need a declared tenancy. */
final class MissingTenancy implements SchemaRule {

    @Override
    public String code() {
        return "TN301";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        if (schema.tenancy().isPresent()) {
            return;
        }
        for (Table table : schema.tables()) {
            if (table.tenantScope().tenantColumn().isPresent()) {
                findings.accept(Finding.error(
                        code(),
                        ObjectPath.table(table.name()),
                        "tenantScope",
                        "table " + table.name().display() + " is tenant-scoped, but no tenancy is declared",
                        "declare @Schema(tenancy = @Tenancy(root = …)) on package-info"));
            }
        }
    }
}
