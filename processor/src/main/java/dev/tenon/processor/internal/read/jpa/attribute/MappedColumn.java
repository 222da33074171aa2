package dev.tenon.processor.internal.read.jpa.attribute;

import dev.tenon.processor.internal.read.structure.ColumnBasis;
import dev.tenon.processor.internal.read.structure.Property;
import java.util.Optional;

/**
 * The column of an attribute.
 *
 * @param property the attribute and the column's name
 * @param basis the properties of the column
 * @param key whether the column is part of the primary key
 * @param readOnly whether another attribute writes the column
 * @param check the permitted values, if they are fewer than those of the type
 * @param beside whether the column references the owner of a collection, or contains a position or key; Tenon's
 * annotations on the attribute apply only to the column of its values
 */
public record MappedColumn(
        Property property,
        ColumnBasis basis,
        boolean key,
        boolean readOnly,
        Optional<ValueCheck> check,
        boolean beside) {

    public MappedColumn(Property property, ColumnBasis basis, boolean key, boolean readOnly) {
        this(property, basis, key, readOnly, Optional.empty(), false);
    }

    public String column() {
        return property.column();
    }

    public MappedColumn asKey() {
        return new MappedColumn(property, basis, true, readOnly, check, beside);
    }

    public MappedColumn asBeside() {
        return new MappedColumn(property, basis, key, readOnly, check, true);
    }

    public MappedColumn withCheck(Optional<ValueCheck> values) {
        return new MappedColumn(property, basis, key, readOnly, values, beside);
    }
}
