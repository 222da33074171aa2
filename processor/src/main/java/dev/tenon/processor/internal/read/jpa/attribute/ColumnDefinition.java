package dev.tenon.processor.internal.read.jpa.attribute;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a {@code columnDefinition}: a type, {@code NOT NULL} and a default.
 *
 * @param type the SQL type
 * @param notNull whether it contains {@code NOT NULL}
 * @param defaultValue the expression after {@code DEFAULT}
 */
public record ColumnDefinition(String type, boolean notNull, Optional<String> defaultValue) {

    private static final Pattern NOT_NULL = Pattern.compile("(?i)\\s+not\\s+null\\b");
    private static final Pattern NULL = Pattern.compile("(?i)(?<!\\bdefault)\\s+null\\b");
    private static final Pattern DEFAULT = Pattern.compile("(?is)\\s+default\\s+(.+)$");
    private static final Pattern OTHER = Pattern.compile(
            "(?i)\\b(unique|primary|references|check|generated|collate|constraint|storage|compression)\\b");

    /** The parts, or empty if the text contains anything else. */
    public static Optional<ColumnDefinition> parse(String text) {
        if (OTHER.matcher(text.replaceAll("'[^']*'", "''")).find()) {
            return Optional.empty();
        }
        String rest = " " + text.strip();
        boolean notNull = NOT_NULL.matcher(rest).find();
        rest = NULL.matcher(NOT_NULL.matcher(rest).replaceFirst("")).replaceFirst("");
        Matcher given = DEFAULT.matcher(rest);
        Optional<String> value = given.find() ? Optional.of(given.group(1).strip()) : Optional.empty();
        return Optional.of(
                new ColumnDefinition(DEFAULT.matcher(rest).replaceFirst("").strip(), notNull, value));
    }
}
