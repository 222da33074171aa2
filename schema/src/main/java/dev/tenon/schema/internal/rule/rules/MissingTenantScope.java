package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Schema;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.function.Consumer;

/** A table that references tenant-scoped tables must declare its own scope. */
final class MissingTenantScope implements SchemaRule {

    @Override
    public String code() {
        return "TN302";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        TenantReferences.from(schema, TenantScope.None.class)
                .forEach(reference -> findings.accept(Finding.error(
                        code(),
                        reference.path(),
                        "target",
                        reference.table().name().display() + " references tenant-scoped table "
                                + reference.key().target().display() + ", but is not tenant-scoped itself",
                        "add @TenantScoped to it")));
    }
}
