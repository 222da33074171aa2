package dev.tenon.schema.internal.migrations.file;

import dev.tenon.schema.StepMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The content of a {@code -- tenon:} line.
 *
 * @param manual whether it begins the manual part; otherwise it begins a step
 * @param number the number of the step
 * @param mode how the step is run
 */
public record StepMarker(boolean manual, OptionalInt number, StepMode mode) {

    private static final Pattern SHAPE = Pattern.compile("--\\s*tenon:(?<kind>\\S*)\\s*(?<words>.*)", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    /** Whether a comment is meant as a marker. */
    public static boolean isMarker(String comment) {
        return SHAPE.matcher(comment).matches();
    }

    /**
     * Reads a marker.
     *
     * @throws IllegalArgumentException if it is unknown
     */
    public static StepMarker parse(String comment) {
        Matcher shape = SHAPE.matcher(comment);
        if (!shape.matches()) {
            throw new IllegalArgumentException("'" + comment + "' is not a marker");
        }
        String words = shape.group("words").strip();
        return switch (shape.group("kind")) {
            case "manual" -> manual(words);
            case "step" -> step(words);
            default ->
                throw new IllegalArgumentException(
                        "unknown marker 'tenon:" + shape.group("kind") + "', expected 'tenon:step' or 'tenon:manual'");
        };
    }

    private static StepMarker manual(String words) {
        if (!words.isEmpty()) {
            throw new IllegalArgumentException("unexpected '" + words + "' after 'tenon:manual'");
        }
        return new StepMarker(true, OptionalInt.empty(), StepMode.TRANSACTION);
    }

    private static StepMarker step(String text) {
        OptionalInt number = OptionalInt.empty();
        Optional<StepMode> mode = Optional.empty();
        for (String word : text.isEmpty() ? new String[0] : text.split("\\s+")) {
            if (number.isEmpty() && mode.isEmpty() && NUMBER.matcher(word).matches()) {
                number = OptionalInt.of(Integer.parseInt(word));
            } else if (mode.isEmpty()) {
                mode = Optional.of(mode(word));
            } else {
                throw new IllegalArgumentException("unexpected '" + word + "' after 'tenon:step'");
            }
        }
        return new StepMarker(false, number, mode.orElse(StepMode.TRANSACTION));
    }

    private static StepMode mode(String word) {
        return Arrays.stream(StepMode.values())
                .filter(mode -> mode != StepMode.TRANSACTION && mode.text().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "unexpected '%s' after 'tenon:step', expected a number and then %s",
                        word,
                        Arrays.stream(StepMode.values())
                                .filter(mode -> mode != StepMode.TRANSACTION)
                                .map(StepMode::text)
                                .collect(Collectors.joining(" or ")))));
    }
}
