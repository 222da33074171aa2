package dev.tenon.schema.derive;

import dev.tenon.schema.Table;
import java.util.Set;

/**
 * A table as its entity declares it, before tenancy and derived indexes are added, with the choices that steer them.
 *
 * @param table the table; foreign keys name the plain key of their target
 * @param keepsPlainKey whether the primary key stays without the tenant
 * @param globalUniques the unique and exclusion constraints and unique indexes that hold across tenants, by name
 * @param unledIndexes the indexes that do not lead with the tenant, by name
 * @param unindexedForeignKeys the foreign keys that get no index of their own, by name
 */
public record DeclaredTable(
        Table table,
        boolean keepsPlainKey,
        Set<String> globalUniques,
        Set<String> unledIndexes,
        Set<String> unindexedForeignKeys) {

    public DeclaredTable {
        globalUniques = Set.copyOf(globalUniques);
        unledIndexes = Set.copyOf(unledIndexes);
        unindexedForeignKeys = Set.copyOf(unindexedForeignKeys);
    }
}
