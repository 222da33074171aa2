package dev.tenon.schema.internal.derive;

import dev.tenon.schema.Table;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A table as its entity declares it, before tenancy and derived indexes are added, with the options that control them.
 *
 * @param table the table; its foreign keys reference the primary keys without the tenant column
 * @param keepsPlainKey whether the primary key stays without the tenant column
 * @param globalUniques the unique and exclusion constraints and unique indexes that apply across tenants, by name
 * @param unledIndexes the indexes that do not begin with the tenant column, by name
 * @param unindexedForeignKeys the foreign keys for which no index is derived, by name
 * @param tenantValue the expression over a row that gives it its tenant, if the entity declares one
 */
public record DeclaredTable(
        Table table,
        boolean keepsPlainKey,
        Set<String> globalUniques,
        Set<String> unledIndexes,
        Set<String> unindexedForeignKeys,
        Optional<String> tenantValue) {

    public DeclaredTable {
        globalUniques = Set.copyOf(globalUniques);
        unledIndexes = Set.copyOf(unledIndexes);
        unindexedForeignKeys = Set.copyOf(unindexedForeignKeys);
        Objects.requireNonNull(tenantValue, "tenantValue");
    }

    /** A table without an expression for its tenants. */
    public DeclaredTable(
            Table table,
            boolean keepsPlainKey,
            Set<String> globalUniques,
            Set<String> unledIndexes,
            Set<String> unindexedForeignKeys) {
        this(table, keepsPlainKey, globalUniques, unledIndexes, unindexedForeignKeys, Optional.empty());
    }

    /** The same declarations of another form of the table. */
    DeclaredTable withTable(Table other) {
        return new DeclaredTable(other, keepsPlainKey, globalUniques, unledIndexes, unindexedForeignKeys, tenantValue);
    }

    /** The same table with another expression for its tenants. */
    public DeclaredTable withTenantValue(Optional<String> other) {
        return new DeclaredTable(table, keepsPlainKey, globalUniques, unledIndexes, unindexedForeignKeys, other);
    }
}
