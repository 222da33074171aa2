package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Schema;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import dev.tenon.schema.internal.rule.rules.TenantReferences.Reference;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A foreign key between tenant-scoped tables must pair their tenant columns; otherwise it can reference another
 * tenant's row.
 */
final class UnpairedTenantColumns implements SchemaRule {

    @Override
    public String code() {
        return "TN314";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        if (schema.tenancy().filter(tenancy -> !tenancy.hasKeys()).isPresent()) {
            return;
        }
        Stream.of(TenantScope.Scoped.class, TenantScope.Root.class)
                .flatMap(scope -> TenantReferences.from(schema, scope).stream())
                .filter(reference -> !pairs(schema, reference))
                .forEach(reference -> findings.accept(Finding.error(
                        code(),
                        reference.path(),
                        "columns",
                        "the foreign key from " + reference.table().name().display() + " to "
                                + reference.key().target().display()
                                + " does not include the tenant columns, so it can reference another"
                                + " tenant's row",
                        "reference only the other columns of the key: Tenon adds the tenant column")));
    }

    private static boolean pairs(Schema schema, Reference reference) {
        String own = reference.table().tenantScope().tenantColumn().orElseThrow();
        String other = schema.table(reference.key().target())
                .flatMap(target -> target.tenantScope().tenantColumn())
                .orElseThrow();
        List<String> columns = reference.key().columns();
        return columns.contains(own)
                && other.equals(reference.key().targetColumns().get(columns.indexOf(own)));
    }
}
