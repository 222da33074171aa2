package dev.tenon.runtime.isolation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Generates text values in formats that check constraints commonly require. */
final class TextValues {

    private static final List<String> USUAL =
            List.of("a", "A", "en", "EUR", "DE", "2001-02-03", "1", "", "00000", "a-b");

    private TextValues() {}

    /**
     * Texts that fit into a length. A short unique one keeps the end, where numbers differ.
     *
     * @param number a number that is used once
     * @param length the most characters
     */
    static Candidates of(int number, int length) {
        String word = "tenon" + number;
        String digits = "%010d".formatted(number);
        List<String> unique = Stream.of(
                        word,
                        word + "@example.org",
                        "https://example.org/" + word,
                        word.toUpperCase(Locale.ROOT),
                        digits,
                        Integer.toString(number, Character.MAX_RADIX))
                .map(text -> end(text, length))
                .distinct()
                .toList();
        return new Candidates(
                unique, USUAL.stream().filter(text -> text.length() <= length).toList());
    }

    private static String end(String text, int length) {
        return text.length() <= length ? text : text.substring(text.length() - length);
    }
}
