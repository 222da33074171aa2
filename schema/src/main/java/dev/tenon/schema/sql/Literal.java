package dev.tenon.schema.sql;

/**
 * Writes string constants, right whatever {@code standard_conforming_strings} says.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-CONSTANTS">Constants</a>
 */
public final class Literal {

    private Literal() {}

    /**
     * The text as a constant.
     *
     * @throws IllegalArgumentException if it holds a NUL character, which PostgreSQL cannot store
     */
    public static String text(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("PostgreSQL's text has no NUL character: " + value.replace("\0", "\\0"));
        }
        String quoted = "'" + value.replace("'", "''").replace("\\", "\\\\") + "'";
        return value.indexOf('\\') < 0 ? quoted : " E" + quoted;
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
