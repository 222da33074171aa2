package dev.tenon.processor.internal.read.structure;

import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import java.util.Optional;

/**
 * The properties of a column that are known before the annotations on it are read.
 *
 * @param type the type, or empty if there is none, which was reported
 * @param nullable whether the column is nullable
 * @param defaultValue the default of the column
 * @param comment the comment on the column
 */
public record ColumnBasis(
        Optional<ColumnType> type, boolean nullable, Optional<ColumnDefault> defaultValue, Optional<String> comment) {

    /** A column with neither default nor comment. */
    public static ColumnBasis of(ColumnType type, boolean nullable) {
        return new ColumnBasis(Optional.of(type), nullable, Optional.empty(), Optional.empty());
    }
}
