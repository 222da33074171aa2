package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.AnnotationUse;
import java.util.Optional;

/**
 * The size of a type in {@code @Column}.
 *
 * @param length the length of strings, by default 255
 * @param precision the decimal digits of numbers; 0 if not declared
 * @param scale the digits after the decimal point
 * @param seconds the digits of fractional seconds; negative if not declared
 */
record Sizes(int length, int precision, int scale, int seconds) {

    /** The default length of the specification. */
    static final int USUAL_LENGTH = 255;

    private static final Sizes USUAL = new Sizes(USUAL_LENGTH, 0, 0, -1);

    static Sizes of(Optional<AnnotationUse> column) {
        return column.map(use -> new Sizes(
                        use.values().containsKey("length") ? use.number("length") : USUAL_LENGTH,
                        use.number("precision"),
                        use.number("scale"),
                        use.values().containsKey("secondPrecision") ? use.number("secondPrecision") : -1))
                .orElse(USUAL);
    }
}
