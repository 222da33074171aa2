package dev.tenon.schema.internal.sql.parse;

/** The classes of characters by which PostgreSQL separates tokens. */
final class SqlCharacters {

    private SqlCharacters() {}

    /** Whether it ends a line, and so a comment that begins with two hyphens. */
    static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r';
    }

    /** Whether it is whitespace between tokens. */
    static boolean isSpace(int c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** Whether it is an ASCII digit. */
    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Whether a word may begin with it: an ASCII letter, an underscore, or any character outside ASCII. */
    static boolean isNameStart(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }
}
