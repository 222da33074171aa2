package dev.tenon.cli.option;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations such as {@code 500ms}, {@code 90s} and {@code 5m}; a number alone is seconds. */
public final class DurationConverter implements ITypeConverter<Duration> {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,9})(ms|s|m|h)?");

    @Override
    public Duration convert(String value) {
        Matcher shape = SHAPE.matcher(value);
        if (!shape.matches()) {
            throw new TypeConversionException(
                    "'" + value + "' is not a duration; write for example 500ms, 90s, 5m" + " or 1h");
        }
        long amount = Long.parseLong(shape.group(1));
        String unit = shape.group(2) == null ? "s" : shape.group(2);
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofSeconds(amount);
        };
    }
}
