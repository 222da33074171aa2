package dev.tenon.schema.internal.sql.parse;

/** The kind of a token, as far as it matters for the end of a statement. */
public enum TokenKind {
    /** Blanks and line ends. */
    WHITESPACE,
    /** {@code --} to the end of the line, without the line end. */
    LINE_COMMENT,
    /** {@code /*} to the matching end. */
    BLOCK_COMMENT,
    /** A key word or an unquoted name. */
    WORD,
    /** A name in double quotes. */
    QUOTED_NAME,
    /** A constant of any kind: quoted, dollar-quoted, or a number. */
    CONSTANT,
    /** A quoted constant in which a backslash escapes. */
    ESCAPED_CONSTANT,
    /** An opening parenthesis or bracket. */
    OPEN,
    /** A closing parenthesis or bracket. */
    CLOSE,
    /** A semicolon. */
    SEMICOLON,
    /** Any other single character. */
    SYMBOL;

    /** Whether the server ignores it. */
    boolean trivia() {
        return this == WHITESPACE || this == LINE_COMMENT || this == BLOCK_COMMENT;
    }
}
