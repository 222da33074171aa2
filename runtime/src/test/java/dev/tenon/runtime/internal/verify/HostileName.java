package dev.tenon.runtime.internal.verify;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Generates names that tools often handle incorrectly; the same seed gives the same names. */
final class HostileName {

    private static final List<String> PIECES = List.of(
            "\"",
            "\"\"",
            "'",
            "''",
            "$",
            "$$",
            "$1",
            "$a$",
            ";",
            "--",
            "-- tenon:step 9",
            "/*",
            "*/",
            "\\",
            "\\n",
            "%",
            "%s",
            "{",
            "}",
            "?",
            ":a",
            "@",
            "#",
            "&&",
            "|",
            ".",
            "..",
            ",",
            "(",
            ")",
            "[",
            "]",
            "[]",
            " ",
            "  ",
            "=",
            "<>",
            "`",
            "a",
            "A",
            "Z",
            "_",
            "0",
            "9",
            "select",
            "Table",
            "NULL",
            "public",
            "tenon",
            "U&",
            "E'",
            "\u00e9",
            "e\u0301",
            "\u00df",
            "\u0130",
            "\u0131",
            "\u0430",
            "\u03a9",
            "\u05d0",
            "\u4e2d",
            "\ud83d\ude00",
            "\ud835\udc9c",
            "\u200b",
            "\u202e",
            "\u2028",
            "\ufeff",
            "\uffff",
            "\ud800",
            "\udc00",
            "\n",
            "\r",
            "\t",
            "\u0000",
            "\u001b",
            "\u007f",
            "\u0085");

    private static final List<String> PLAIN = PIECES.subList(0, PIECES.indexOf("\ud800"));

    private HostileName() {}

    /** Returns that many different names. */
    static Set<String> some(int number, long seed) {
        Random random = new Random(seed);
        Set<String> names = new TreeSet<>();
        while (names.size() < number) {
            List<String> pieces = random.nextInt(10) == 0 ? PIECES : PLAIN;
            int length = random.nextInt(8) == 0 ? 30 + random.nextInt(40) : 1 + random.nextInt(9);
            StringBuilder name = new StringBuilder();
            for (int i = 0; i < length; i++) {
                name.append(pieces.get(random.nextInt(pieces.size())));
            }
            if (!name.toString().isBlank()) {
                names.add(name.toString());
            }
        }
        return names;
    }
}
