package dev.tenon.runtime.internal.preflight;

import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a piece of SQL in lower case, also those within quotes, constants and comments. Two pieces without a
 * common word do not use the same object.
 */
final class SqlWords {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");

    private SqlWords() {}

    static Set<String> of(String sql) {
        Set<String> words = new HashSet<>();
        Matcher word = WORD.matcher(sql.toLowerCase(Locale.ROOT));
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    /** Whether the piece may contain the name, or a part of it. */
    static boolean mayContain(Set<String> words, String name) {
        return !Collections.disjoint(words, of(name));
    }

    /**
     * Whether the SQL may use the row type or another occurrence of the table: its name in another place than before the
     * name of a column.
     */
    static boolean mayUseWholeRow(String sql, String table) {
        String name = Pattern.quote(table.toLowerCase(Locale.ROOT));
        Pattern other = Pattern.compile("(?:(?<=\\.)|(?<=\\.\"))" + name + "(?![\\p{L}\\p{N}_$])"
                + "|(?<![\\p{L}\\p{N}_$])" + name + "(?![\\p{L}\\p{N}_$]|\"?\\.[\\p{L}_\"])");
        return other.matcher(sql.toLowerCase(Locale.ROOT)).find();
    }
}
