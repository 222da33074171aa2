package dev.tenon.schema;

import java.util.Locale;

/**
 * Text as it may be printed. Names and messages of a database may contain control characters, which could change what a
 * terminal shows or add lines to a log, and marks that show text in another order than it has.
 */
public final class PrintableText {

    private PrintableText() {}

    /**
     * Text in one line; a control character becomes {@code \\n}, {@code \\t} or {@code \\}{@code uXXXX}.
     *
     * @param text a name, or another text that belongs into one line
     */
    public static String of(String text) {
        return printable(text, "");
    }

    /**
     * Text of several lines, in which line ends and tabs stay.
     *
     * @param text what is printed
     */
    public static String lines(String text) {
        return printable(text, "\n\t");
    }

    private static String printable(String text, String kept) {
        int first = 0;
        while (first < text.length() && isKept(text.charAt(first), kept)) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.substring(0, first));
        for (int at = first; at < text.length(); at++) {
            char each = text.charAt(at);
            if (isKept(each, kept)) {
                result.append(each);
            } else {
                result.append(escaped(each));
            }
        }
        return result.toString();
    }

    private static boolean isKept(char each, String kept) {
        return each == ' ' || kept.indexOf(each) >= 0 || !isControl(each);
    }

    /** Whether it is a control character, a separator of lines, or a format character such as those of text order. */
    private static boolean isControl(char each) {
        int type = Character.getType(each);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static String escaped(char each) {
        return switch (each) {
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            default -> String.format(Locale.ROOT, "\\u%04x", (int) each);
        };
    }
}
