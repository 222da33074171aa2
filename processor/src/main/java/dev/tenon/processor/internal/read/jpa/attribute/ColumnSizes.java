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

    /** The digits of fractional seconds, or another number if none is declared. */
    int seconds(int usual) {
        return seconds < 0 ? usual : seconds;
    }

    /** The same sizes with another length. */
    ColumnSizes withLength(int other) {
        return new ColumnSizes(other, precision, scale, seconds);
    }

    /** The same sizes with other digits of numbers. */
    ColumnSizes withDigits(int all, int fraction) {
        return new ColumnSizes(length, all, fraction, seconds);
    }

    /** The same sizes with other digits of fractional seconds. */
    ColumnSizes withSeconds(int digits) {
        return new ColumnSizes(length, precision, scale, digits);
    }
}
