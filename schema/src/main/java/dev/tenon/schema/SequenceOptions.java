package dev.tenon.schema;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The options of a sequence. Options that have PostgreSQL's default are empty, so that two spellings of one sequence
 * are equal.
 *
 * @param start the first value; empty for the smallest one, or the largest one if the sequence counts down
 * @param increment the step, negative to count down
 * @param min the smallest value; empty for 1, or the type's smallest value if the sequence counts down
 * @param max the largest value; empty for the type's largest value, or -1 if the sequence counts down
 * @param cache how many values a session reserves at once
 * @param cycle whether it restarts after its last value
 */
public record SequenceOptions(
        Optional<Long> start, long increment, Optional<Long> min, Optional<Long> max, long cache, boolean cycle) {

    /** Counts up from 1 by 1. */
    public static final SequenceOptions DEFAULT =
            new SequenceOptions(Optional.empty(), 1, Optional.empty(), Optional.empty(), 1, false);

    private static final Set<String> TYPES = Set.of("smallint", "integer", "bigint");

    public SequenceOptions {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(min, "min");
        Objects.requireNonNull(max, "max");
        if (increment == 0) {
            throw new IllegalArgumentException("the increment of a sequence must not be 0");
        }
        if (cache < 1) {
            throw new IllegalArgumentException("the cache of a sequence must be at least 1, not " + cache);
        }
    }

    /**
     * The same options without those that equal PostgreSQL's defaults for the type.
     *
     * @throws IllegalArgumentException if a sequence cannot have the type, or the start is out of range
     */
    public SequenceOptions normal(ColumnType type) {
        long first = first(type);
        if (smallest(type) >= largest(type) || first < smallest(type) || first > largest(type)) {
            throw new IllegalArgumentException(
                    "a sequence from " + smallest(type) + " to " + largest(type) + " cannot start with " + first);
        }
        SequenceOptions bare =
                new SequenceOptions(Optional.empty(), increment, Optional.empty(), Optional.empty(), cache, cycle);
        Optional<Long> ownMin = min.filter(value -> value != bare.smallest(type));
        Optional<Long> ownMax = max.filter(value -> value != bare.largest(type));
        Optional<Long> ownStart = start.filter(value -> value != defaultFirst(type));
        return new SequenceOptions(ownStart, increment, ownMin, ownMax, cache, cycle);
    }

    /** Whether a sequence may have the type. */
    public static boolean canCount(ColumnType type) {
        return TYPES.contains(type.toString());
    }

    /** The first value. */
    public long first(ColumnType type) {
        return start.orElseGet(() -> defaultFirst(type));
    }

    private long defaultFirst(ColumnType type) {
        return increment > 0 ? smallest(type) : largest(type);
    }

    private long smallest(ColumnType type) {
        return min.orElseGet(() -> increment > 0 ? 1 : -1 - limit(type));
    }

    private long largest(ColumnType type) {
        return max.orElseGet(() -> increment > 0 ? limit(type) : -1);
    }

    private static long limit(ColumnType type) {
        return switch (type.toString()) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            case "bigint" -> Long.MAX_VALUE;
            default ->
                throw new IllegalArgumentException(
                        "the type of a sequence must be smallint, integer or" + " bigint, not " + type);
        };
    }
}
