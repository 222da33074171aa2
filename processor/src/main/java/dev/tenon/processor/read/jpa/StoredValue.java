package dev.tenon.processor.read.jpa;

import dev.tenon.schema.ColumnType;
import java.util.Optional;

/**
 * The stored form of a single value.
 *
 * @param type the type of the column, or empty if there is none, which was reported
 * @param check the check on the values of the type
 * @param notNull whether the column definition contains NOT NULL
 * @param defaultValue the default in the column definition
 */
record StoredValue(
        Optional<ColumnType> type, Optional<ValueCheck> check, boolean notNull, Optional<String> defaultValue) {

    static StoredValue of(Optional<ColumnType> type) {
        return new StoredValue(type, Optional.empty(), false, Optional.empty());
    }

    static StoredValue of(ColumnType type, ValueCheck check) {
        return new StoredValue(Optional.of(type), Optional.of(check), false, Optional.empty());
    }
}
