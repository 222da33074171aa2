package dev.tenon.cli.importer.tenancy;

import dev.tenon.schema.QualifiedName;

/** Looks up values of a column among the keys of a table. */
@FunctionalInterface
public interface TenantKeyLookup {

    /** Whether the column has values, and those that were looked up are keys of the other table. */
    boolean holds(QualifiedName table, String column, QualifiedName root, String key);
}
