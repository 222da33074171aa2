package dev.tenon.schema.internal.derive;

import dev.tenon.schema.Table;
import java.util.Set;

/**
 * A table as its entity declares it, before tenancy and derived indexes are added, with the options that control them.
 *
 * @param table the table; its foreign keys reference the primary keys without the tenant column
 * @param keepsPlainKey whether the primary key stays without the tenant column
 * @param globalUniques the unique and exclusion constraints and unique indexes that apply across tenants, by name
 * @param unledIndexes the indexes that do not begin with the tenant column, by name
 * @param unindexedForeignKeys the foreign keys for which no index is derived, by name
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
