package dev.tenon.processor.internal.read.jpa.attribute;

import dev.tenon.schema.ColumnType;

/**
 * A column that foreign keys may reference.
 *
 * @param name the column
 * @param type its type
 */
public record PrimaryKeyColumn(String name, ColumnType type) {}
