package dev.tenon.processor.internal.read.jpa.attribute;

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
public record BasicMapping(
        Optional<ColumnType> type, Optional<ValueCheck> check, boolean notNull, Optional<String> defaultValue) {

    public static BasicMapping of(Optional<ColumnType> type) {
        return new BasicMapping(type, Optional.empty(), false, Optional.empty());
    }

    static BasicMapping of(ColumnType type, ValueCheck check) {
        return new BasicMapping(Optional.of(type), Optional.of(check), false, Optional.empty());
    }
}
