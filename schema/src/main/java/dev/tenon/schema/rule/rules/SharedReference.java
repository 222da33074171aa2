package dev.tenon.schema.rule.rules;

import dev.tenon.schema.Schema;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.rule.Finding;
import dev.tenon.schema.rule.SchemaRule;
import java.util.function.Consumer;

/** Rows common to all tenants do not refer to rows of one. */
final class SharedReference implements SchemaRule {

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
                        reference.table().name().display() + " is shared by all tenants, but refers to rows of one in "
                                + reference.key().target().display() + "",
                        "make it @TenantScoped, or move the reference to a table that is")));
    }
}
