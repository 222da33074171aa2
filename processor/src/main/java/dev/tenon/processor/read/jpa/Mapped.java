package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.ColumnBasis;
import dev.tenon.processor.read.Property;
import java.util.Optional;

/**
 * The column of an attribute.
 *
 * @param property the attribute and the column's name
 * @param basis the properties of the column
 * @param key whether the column is part of the primary key
 * @param readOnly whether another attribute writes the column
 * @param check which values of its type it takes
 * @param beside whether the column stands beside that of the attribute's values, which Tenon's annotations on the
 *     attribute are about: it refers to the owner of a collection, or holds a position or a key
 */
record Mapped(
        Property property,
        ColumnBasis basis,
        boolean key,
        boolean readOnly,
        Optional<ValueCheck> check,
        boolean beside) {

    Mapped(Property property, ColumnBasis basis, boolean key, boolean readOnly) {
        this(property, basis, key, readOnly, Optional.empty(), false);
    }

    String column() {
        return property.column();
    }

    Mapped asKey() {
        return new Mapped(property, basis, true, readOnly, check, beside);
    }

    Mapped asBeside() {
        return new Mapped(property, basis, key, readOnly, check, true);
    }

    Mapped withCheck(Optional<ValueCheck> values) {
        return new Mapped(property, basis, key, readOnly, values, beside);
    }
}
