package dev.tenon.schema.internal.plan.type;

import dev.tenon.schema.ColumnType;
import java.util.List;

/**
 * The precision of an interval type.
 *
 * @param finest its finest field, counted from the year
 * @param precision the fractional digits of the seconds, if there are seconds
 */
record IntervalFields(int finest, int precision) {

    static final String INTERVAL = "interval";

    private static final List<String> FIELDS = List.of("year", "month", "day", "hour", "minute", "second");

    private static final int SECOND = FIELDS.size() - 1;

    /** The default number of fractional digits of times. */
    private static final int MICROSECONDS = 6;

    static IntervalFields of(ColumnType.Builtin interval) {
        String last = interval.name().substring(interval.name().lastIndexOf(' ') + 1);
        return new IntervalFields(last.equals(INTERVAL) ? SECOND : FIELDS.indexOf(last), precision(interval));
    }

    /** Whether this type stores every interval of the other type unchanged. */
    boolean hold(IntervalFields other) {
        return finest >= other.finest && (other.finest < SECOND || precision >= other.precision);
    }

    /** The number of fractional digits of the seconds in a time or interval. */
    static int precision(ColumnType.Builtin time) {
        return time.modifiers().isEmpty()
                ? MICROSECONDS
                : Integer.parseInt(time.modifiers().get(0));
    }
}
