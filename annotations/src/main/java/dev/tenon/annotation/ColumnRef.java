package dev.tenon.annotation;

import java.util.Objects;

/**
 * A column in a generated metamodel class, with its entity and the Java type of its values.
 *
 * @param <E> the entity
 * @param <T> the Java type of the column's values, boxed
 * @param schema the PostgreSQL schema of the table
 * @param table the table's name
 * @param name the column's name
 */
// The type parameters are for callers: a query builder can refuse a value of another type.
@SuppressWarnings("UnusedTypeParameter")
public record ColumnRef<E, T>(String schema, String table, String name) {
    public ColumnRef {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(name, "name");
    }
}
