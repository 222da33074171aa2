package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.AnnotationUse;
import java.util.Optional;

/**
 * What {@code @Column} says about the size of a type.
 *
 * @param length the length of texts, by default 255
 * @param precision the decimal digits of numbers; 0 where nothing is said
 * @param scale the digits after the point
 * @param seconds the digits of fractions of seconds; negative where nothing is said
 */
record Sizes(int length, int precision, int scale, int seconds) {

    /** What the specification gives where nothing is said. */
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
