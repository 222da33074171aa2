package dev.tenon.processor.read.jpa;

import dev.tenon.schema.ColumnType;
import java.util.Optional;

/**
 * How a single value is stored.
 *
 * @param type the column's type; nothing where there is none, which was reported
 * @param check which values of the type it takes
 * @param notNull whether a column definition in SQL says that it is never null
 * @param defaultValue the default that a column definition in SQL says
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
