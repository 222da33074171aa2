package dev.tenon.schema.internal.derive;

import java.util.List;
import java.util.Locale;

/**
 * The possible values of a storage parameter.
 *
 * @param least the least number
 * @param most the greatest number; less than {@code least} if no number is possible
 * @param named the possible names
 */
public record ParameterRange(long least, long most, List<String> named) {

    public static final ParameterRange FLAG = named("on", "off", "true", "false", "yes", "no", "1", "0");

    public static ParameterRange number(long least, long most) {
        return new ParameterRange(least, most, List.of());
    }

    public static ParameterRange named(String... values) {
        return new ParameterRange(0, -1, List.of(values));
    }

    /** Whether the parameter may have the value. */
    public boolean contains(String value) {
        boolean number = value.matches("-?\\d{1,10}(\\.\\d{1,15})?")
                && Double.parseDouble(value) >= least
                && Double.parseDouble(value) <= most;
        return number || named.contains(value.toLowerCase(Locale.ROOT));
    }

    /** The range as text. */
    public String text() {
        return named.isEmpty() ? "a number from " + least + " to " + most : "one of " + String.join(", ", named);
    }
}
