package dev.tenon.cli.importer.annotation;

import java.util.Optional;
import java.util.regex.Pattern;

/** Writes text of several lines as a Java text block, so that views and functions keep their layout. */
final class TextBlock {

    /** Characters that do not end a line in a text block, or change their meaning in it. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\u0085\u2028\u2029&&[^\n\t]]");

    /** If no line starts at the left margin, a text block strips the common indentation. */
    private static final Pattern AT_THE_LEFT = Pattern.compile("(?m)^\\S");

    private static final Pattern BLANK_AT_END = Pattern.compile("(?m)([ \t])$");

    private static final Pattern QUOTES = Pattern.compile("\"{3,}");

    private TextBlock() {}

    /** Returns the literal if the text has several lines and a text block preserves it exactly. */
    static Optional<String> of(String text) {
        boolean fit = text.contains("\n")
                && !UNFIT.matcher(text).find()
                && AT_THE_LEFT.matcher(text).find();
        return fit ? Optional.of("\"\"\"\n" + escaped(text) + "\"\"\"") : Optional.empty();
    }

    private static String escaped(String text) {
        String quoted = QUOTES.matcher(text.replace("\\", "\\\\"))
                .replaceAll(run -> "\\\\\"".repeat(run.group().length()));
        String ended = quoted.endsWith("\"") ? quoted.substring(0, quoted.length() - 1) + "\\\"" : quoted;
        return BLANK_AT_END.matcher(ended).replaceAll(blank -> blank.group().equals(" ") ? "\\\\s" : "\\\\t");
    }
}
