package dev.tenon.runtime.evolution;

import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.json.SnapshotJson;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The unique part of a name, such as {@code q12z}. It identifies an object across renames, and finds all its references
 * in any text.
 */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile("q\\d+z");

    private int last;

    String next() {
        last++;
        return "q" + last + "z";
    }

    /** Returns the token of a name. */
    static String of(String name) {
        return TOKEN.matcher(name)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    /** Returns the unique number of a token. */
    static int number(String token) {
        return Integer.parseInt(token.substring(1, token.length() - 1));
    }

    /** Returns all tokens in a text. */
    static Set<String> in(String text) {
        Set<String> found = new TreeSet<>();
        TOKEN.matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }

    /** Returns the schema with one token replaced by another everywhere. */
    static Schema replace(Schema schema, String before, String after) {
        return SnapshotJson.read(SnapshotJson.write(schema).replace(before, after));
    }
}
