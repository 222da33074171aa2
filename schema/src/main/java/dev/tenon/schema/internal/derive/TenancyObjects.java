package dev.tenon.schema.internal.derive;

import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Derives the functions and triggers that are needed while a version of the application may be at work that knows no
 * tenants.
 */
public final class TenancyObjects {

    private TenancyObjects() {}

    /**
     * The functions and triggers that give rows their tenant, of the tables whose entity declares it, and those that
     * observe admitted roles.
     */
    public static List<SqlObject> derive(List<DeclaredTable> declared, List<Table> tables, Optional<Tenancy> tenancy) {
        List<SqlObject> objects = new ArrayList<>();
        if (tenancy.isEmpty() || !tenancy.get().admitsFormerVersion()) {
            return objects;
        }
        objects.addAll(TenantObservation.objects(tenancy.get()));
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
