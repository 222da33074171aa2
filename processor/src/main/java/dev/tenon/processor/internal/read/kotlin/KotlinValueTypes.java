package dev.tenon.processor.internal.read.kotlin;

import java.util.Map;
import java.util.Optional;

/**
 * The value classes of Kotlin's library whose field holds another number than the value: the bits of an unsigned number
 * are a negative one, and a duration is nanoseconds or milliseconds with a mark.
 */
final class KotlinValueTypes {

    private static final String UNSIGNED = "PostgreSQL has no unsigned numbers: write ";

    private static final Map<String, String> REMEDIES = Map.of(
            "kotlin/UByte", UNSIGNED + "Short",
            "kotlin/UShort", UNSIGNED + "Int",
            "kotlin/UInt", UNSIGNED + "Long",
            "kotlin/ULong", UNSIGNED + "java.math.BigDecimal with @Column(precision = 20)",
            "kotlin/time/Duration", "write java.time.Duration, or a Long with the unit in its name");

    private KotlinValueTypes() {}

    /** What to write instead of the class of that full name, if its field holds another number. */
    static Optional<String> remedy(String type) {
        return Optional.ofNullable(REMEDIES.get(type));
    }
}
