package dev.tenon.schema.internal.derive;

import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Derives the triggers that give rows their tenant while a version of the application may be at work that knows no
 * tenants.
 */
public final class TenantTriggers {

    private TenantTriggers() {}

    /** The functions and triggers of the tables whose entity declares the tenant of a row. */
    public static List<SqlObject> derive(List<DeclaredTable> declared, List<Table> tables, Optional<Tenancy> tenancy) {
        List<SqlObject> objects = new ArrayList<>();
        if (tenancy.isEmpty() || !tenancy.get().admitsFormerVersion()) {
            return objects;
        }
        for (DeclaredTable each : declared) {
            Optional<Table> table = tables.stream()
                    .filter(derived -> derived.name().equals(each.table().name()))
                    .findFirst();
            if (table.isPresent() && each.tenantValue().isPresent()) {
                table.get()
                        .tenantScope()
                        .tenantColumn()
                        .ifPresent(column -> objects.addAll(TenantTrigger.of(
                                table.get(), column, each.tenantValue().get())));
            }
        }
        return objects;
    }
}
