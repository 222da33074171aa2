package dev.tenon.runtime.evolution;

import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.json.SnapshotJson;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The part of a name that no other name has, such as {@code q12z}. By it an object is followed through renames, and whatever
 * mentions it is found in any text.
 */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile("q\\d+z");

    private int last;

    String next() {
        last++;
        return "q" + last + "z";
    }

    /** The token of a name. */
    static String of(String name) {
        return TOKEN.matcher(name)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    /** The number of a token, which no other has. */
    static int number(String token) {
        return Integer.parseInt(token.substring(1, token.length() - 1));
    }

    /** All tokens in a text. */
    static Set<String> in(String text) {
        Set<String> found = new TreeSet<>();
        TOKEN.matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }

    /** The schema in which another token stands wherever the one stood. */
    static Schema replace(Schema schema, String before, String after) {
        return SnapshotJson.read(SnapshotJson.write(schema).replace(before, after));
    }
}
