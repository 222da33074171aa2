package dev.tenon.processor.read.jpa;

import dev.tenon.schema.ColumnType;

/**
 * A column that foreign keys may reference.
 *
 * @param name the column
 * @param type its type
 */
record KeyColumn(String name, ColumnType type) {}
