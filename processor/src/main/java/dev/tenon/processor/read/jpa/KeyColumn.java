package dev.tenon.processor.read.jpa;

import dev.tenon.schema.ColumnType;

/**
 * A column that references may lead to.
 *
 * @param name the column
 * @param type its type
 */
record KeyColumn(String name, ColumnType type) {}
