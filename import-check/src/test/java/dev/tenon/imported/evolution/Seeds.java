package dev.tenon.imported.evolution;

import java.util.List;
import java.util.UUID;

/** The rows that a generated application has from the beginning: one in each table for each tenant. */
final class Seeds {

    private Seeds() {}

    /** Returns the key of the tenant's row. */
    static Object key(FencedTable table, int tenant) {
        return switch (table.key()) {
            case "UUID" -> new UUID(1, tenant);
            case "Long" -> (Object) Long.valueOf(tenant);
            default -> "s" + tenant;
        };
    }

    /** Returns the key that a row of the tenant references. */
    static Object parent(FencedTable table, int tenant, List<FencedTable> tables) {
        if (table.level() == 0) {
            return FencedApplication.TENANTS.get(tenant);
        }
        return tables.stream()
                .filter(each -> each.name().equals(table.parent()))
                .map(each -> key(each, tenant))
                .findFirst()
                .orElseThrow();
    }
}
