package dev.tenon.processor.internal.read.jpa.attribute;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import java.util.Optional;

/**
 * The size of a type in {@code @Column}.
 *
 * @param length the length of strings, by default 255
 * @param precision the decimal digits of numbers; 0 if not declared
 * @param scale the digits after the decimal point
 * @param seconds the digits of fractional seconds; negative if not declared
 */
public record ColumnSizes(int length, int precision, int scale, int seconds) {

    /** The default length of the specification. */
    public static final int DEFAULT_LENGTH = 255;

    private static final ColumnSizes DEFAULT = new ColumnSizes(DEFAULT_LENGTH, 0, 0, -1);

    static ColumnSizes of(Optional<AnnotationUse> column) {
        return column.map(use -> new ColumnSizes(
                        use.values().containsKey("length") ? use.number("length") : DEFAULT_LENGTH,
                        use.number("precision"),
                        use.number("scale"),
                        use.values().containsKey("secondPrecision") ? use.number("secondPrecision") : -1))
                .orElse(DEFAULT);
    }
}
