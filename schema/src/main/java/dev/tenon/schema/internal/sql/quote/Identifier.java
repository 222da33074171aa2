package dev.tenon.schema.internal.sql.quote;

import dev.tenon.schema.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Writes names: unquoted if every PostgreSQL version reads them unchanged, otherwise in double quotes.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS">Identifiers</a>
 */
public final class Identifier {

    /** The longest name that PostgreSQL keeps, in bytes of UTF-8. */
    public static final int MAX_BYTES = 63;

    private Identifier() {}

    /**
     * The name as SQL.
     *
     * @throws IllegalArgumentException if PostgreSQL cannot keep the name as it is: empty, over 63 bytes, or with a NUL
     */
    public static String quote(String name) {
        if (name.isEmpty() || name.indexOf('\0') >= 0 || bytes(name) > MAX_BYTES) {
            throw new IllegalArgumentException("PostgreSQL cannot keep this as a name: '" + name.replace("\0", "\\0")
                    + "' (" + bytes(name) + " bytes)");
        }
        return isPlain(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The qualified name as SQL. */
    public static String quote(QualifiedName name) {
        return quote(name.schema()) + "." + quote(name.name());
    }

    /** The names as SQL, separated by commas. */
    public static String list(Collection<String> names) {
        return names.stream().map(Identifier::quote).collect(Collectors.joining(", "));
    }

    /** A role as SQL; {@code public} stands for all roles. */
    public static String role(String name) {
        return name.equals("public") ? "PUBLIC" : quote(name);
    }

    /** The length of a name as PostgreSQL counts it, in bytes. */
    public static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Whether the name can denote a column in an expression without quotes. */
    public static boolean isPlainColumn(String name) {
        return isPlainWord(name) && ReservedKeywords.namesColumns(name);
    }

    /** Whether the word, in lower case, is a key word that cannot be used as a name everywhere. */
    public static boolean isKeyword(String word) {
        return ReservedKeywords.reserved(word);
    }

    private static boolean isPlain(String name) {
        return isPlainWord(name) && !ReservedKeywords.reserved(name);
    }

    private static boolean isPlainWord(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || c == '_';
            if (!letter && !(i > 0 && c >= '0' && c <= '9')) {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
