package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A table that tenant-scoped tables reference must be declared as shared, unless it is tenant-scoped. */
final class UndeclaredSharedTable implements SchemaRule {

    @Override
    public String code() {
        return "TN316";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        Map<QualifiedName, QualifiedName> referring = new TreeMap<>();
        for (Table table : schema.tables()) {
            if (table.tenantScope().tenantColumn().isPresent()) {
                table.foreignKeys().forEach(key -> referring.putIfAbsent(key.target(), table.name()));
            }
        }
        referring.forEach((target, from) -> {
            if (schema.table(target)
                    .filter(table -> table.tenantScope() instanceof TenantScope.None)
                    .isPresent()) {
                findings.accept(Finding.warning(
                        code(),
                        ObjectPath.table(target),
                        "",
                        target.display() + " is referenced by tenant-scoped table " + from.display()
                                + ", but is neither @TenantScoped nor @Shared",
                        "state with @Shared(reason = \"…\") why all tenants may see it, or add @TenantScoped to it"));
            }
        });
    }
}
