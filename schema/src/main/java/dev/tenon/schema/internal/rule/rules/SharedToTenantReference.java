package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Schema;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.function.Consumer;

/** Shared tables must not reference tenant-scoped tables. */
final class SharedToTenantReference implements SchemaRule {

    @Override
    public String code() {
        return "TN303";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        TenantReferences.from(schema, TenantScope.Shared.class)
                .forEach(reference -> findings.accept(Finding.error(
                        code(),
                        reference.path(),
                        "target",
                        "shared table " + reference.table().name().display() + " references tenant-scoped table "
                                + reference.key().target().display(),
                        "make it @TenantScoped, or move the foreign key to a tenant-scoped table")));
    }
}
