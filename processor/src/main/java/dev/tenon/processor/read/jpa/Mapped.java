package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.ColumnBasis;
import dev.tenon.processor.read.Property;

/**
 * The column of an attribute.
 *
 * @param property the attribute and the column's name
 * @param basis the properties of the column
 * @param key whether the column is part of the primary key
 * @param readOnly whether another attribute writes the column
 */
record Mapped(Property property, ColumnBasis basis, boolean key, boolean readOnly) {

    String column() {
        return property.column();
    }
}
