package dev.tenon.schema.internal.sql.quote;

/**
 * Writes string constants that are valid with any value of {@code standard_conforming_strings}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-CONSTANTS">Constants</a>
 */
public final class Literal {

    private Literal() {}

    /**
     * The text as a constant. A carriage return is written as an escape, because migration files contain only line
     * feeds.
     *
     * @throws IllegalArgumentException if it contains a NUL character, which PostgreSQL cannot store
     */
    public static String text(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("PostgreSQL's text has no NUL character: " + value.replace("\0", "\\0"));
        }
        String doubled = value.replace("'", "''");
        boolean plain = value.indexOf('\\') < 0 && value.indexOf('\r') < 0;
        return plain
                ? "'" + doubled + "'"
                : " E'" + doubled.replace("\\", "\\\\").replace("\r", "\\r") + "'";
    }

    /** The text between dollar quotes, with a tag that does not occur in it. */
    public static String dollar(String body) {
        StringBuilder tag = new StringBuilder("$tenon");
        while (body.contains(tag)) {
            tag.append('_');
        }
        return tag + "$" + body + tag + "$";
    }
}
