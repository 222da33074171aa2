package dev.tenon.processor.read;

import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import java.util.Optional;

/**
 * What is known of a column before the annotations are read that stand on its own.
 *
 * @param type its type, or nothing where it has none, which was reported
 * @param nullable whether it takes nulls
 * @param defaultValue where a value comes from when an insert gives none
 * @param comment the comment on the column
 */
public record ColumnBasis(
        Optional<ColumnType> type, boolean nullable, Optional<ColumnDefault> defaultValue, Optional<String> comment) {

    /** A column with neither default nor comment. */
    public static ColumnBasis of(ColumnType type, boolean nullable) {
        return new ColumnBasis(Optional.of(type), nullable, Optional.empty(), Optional.empty());
    }
}
