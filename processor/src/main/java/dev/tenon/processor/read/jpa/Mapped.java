package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.ColumnBasis;
import dev.tenon.processor.read.Property;

/**
 * An attribute's column.
 *
 * @param property the attribute and the column's name
 * @param basis what the column is
 * @param key whether it is part of the primary key
 * @param readOnly whether another attribute writes the column
 */
record Mapped(Property property, ColumnBasis basis, boolean key, boolean readOnly) {

    String column() {
        return property.column();
    }
}
