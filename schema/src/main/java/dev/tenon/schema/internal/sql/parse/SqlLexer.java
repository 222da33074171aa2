package dev.tenon.schema.internal.sql.parse;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Splits a script into tokens by PostgreSQL's lexical rules, with {@code standard_conforming_strings} on. It holds one
 * token at a time, so a script of any length needs little memory.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical Structure</a>
 */
public final class SqlLexer {

    /** Whether the next quote continues a constant with backslash escapes, and so has them too. */
    private enum Continuation {
        NO,
        AFTER_LINE_END,
        YES
    }

    private static final int LONGEST_KEYWORD = 32;
    private static final int LONGEST_BLANK = 4096;
    private static final String NUL = "SQL must not contain a NUL character; is the file in UTF-8?";

    private final CharacterSource source;
    private TokenKind kind = TokenKind.WHITESPACE;
    private Continuation escapes = Continuation.NO;

    /** Reads from {@code in}; a token of more than {@code longestToken} characters is an error. */
    SqlLexer(Reader in, int longestToken) {
        this.source = new CharacterSource(in, longestToken);
    }

    /** Reads from a text. */
    public SqlLexer(String text) {
        this.source = new CharacterSource(text);
    }

    /**
     * Moves to the next token.
     *
     * @return false at the end of the script
     * @throws SqlSyntaxException if a quote or comment is not closed, or a character is not allowed in SQL
     */
    public boolean next() throws IOException {
        source.begin();
        int c = source.peek();
        if (c < 0) {
            return false;
        }
        kind = read(c);
        escapes = continuation();
        return true;
    }

    public TokenKind kind() {
        return kind;
    }

    public String text() {
        return source.token();
    }

    void appendTo(StringBuilder to) {
        source.appendToken(to);
    }

    /** Whether the token is this single character. */
    boolean is(char symbol) {
        return source.tokenLength() == 1 && source.tokenChar(0) == symbol;
    }

    /** The token in lower case if it is a word that may be a key word, else empty. */
    String keyword() {
        boolean possible = kind == TokenKind.WORD && source.tokenLength() <= LONGEST_KEYWORD;
        return possible ? source.token().toLowerCase(Locale.ROOT) : "";
    }

    /** The position at which the token begins. */
    ScriptLocation at() {
        return source.start();
    }

    private TokenKind read(int c) throws IOException {
        if (SqlCharacters.isSpace(c)) {
            takeWhile(other -> SqlCharacters.isSpace(other) && source.tokenLength() < LONGEST_BLANK);
            return TokenKind.WHITESPACE;
        }
        if (c == '-' && source.peek(1) == '-') {
            takeWhile(other -> other > 0 && !SqlCharacters.isLineEnd(other));
            return TokenKind.LINE_COMMENT;
        }
        if (c == '/' && source.peek(1) == '*') {
            return blockComment();
        }
        if (SqlCharacters.isNameStart(c)) {
            return wordOrPrefixedQuote(c);
        }
        if (SqlCharacters.isDigit(c)) {
            takeWhile(other -> SqlCharacters.isDigit(other) || SqlCharacters.isNameStart(other));
            return TokenKind.CONSTANT;
        }
        return switch (c) {
            case '\'' -> quoted('\'', 0, escapes == Continuation.YES);
            case '"' -> quoted('"', 0, false);
            case '$' -> dollar();
            case '\0' -> throw at().error(NUL);
            case '\\' -> throw at().error("unexpected backslash; psql commands such as \\copy are not SQL");
            default -> symbol(c);
        };
    }

    private TokenKind symbol(int c) throws IOException {
        source.take();
        return switch (c) {
            case '(', '[' -> TokenKind.OPEN;
            case ')', ']' -> TokenKind.CLOSE;
            case ';' -> TokenKind.SEMICOLON;
            default -> TokenKind.SYMBOL;
        };
    }

    private TokenKind blockComment() throws IOException {
        int depth = 0;
        do {
            source.takePlain('*', '/');
            if (source.nextIs("/*")) {
                depth++;
                source.take(2);
            } else if (source.nextIs("*/")) {
                depth--;
                source.take(2);
            } else {
                takeInto("the comment that begins here is not closed with */");
            }
        } while (depth > 0);
        return TokenKind.BLOCK_COMMENT;
    }

    private TokenKind wordOrPrefixedQuote(int c) throws IOException {
        if (source.peek(1) == '\'') {
            if (c == 'e' || c == 'E') {
                return quoted('\'', 1, true);
            }
            if ("bBxXnN".indexOf(c) >= 0) {
                return quoted('\'', 1, false);
            }
        }
        if ((c == 'u' || c == 'U') && source.peek(1) == '&') {
            int quote = source.peek(2);
            if (quote == '\'' || quote == '"') {
                return quoted((char) quote, 2, false);
            }
        }
        takeWhile(other -> SqlCharacters.isNameStart(other) || SqlCharacters.isDigit(other) || other == '$');
        return TokenKind.WORD;
    }

    private TokenKind quoted(char quote, int prefix, boolean backslashEscapes) throws IOException {
        String unterminated = quote == '"'
                ? "the quoted name that begins here is not closed"
                : "the quote that begins here is not closed";
        source.take(prefix + 1);
        while (true) {
            source.takePlain(quote, '\\');
            int c = source.peek();
            if (c == quote && source.peek(1) != quote) {
                source.take();
                return kindOf(quote, backslashEscapes);
            }
            if (c == quote || (c == '\\' && backslashEscapes)) {
                source.take();
            }
            takeInto(unterminated);
        }
    }

    private static TokenKind kindOf(char quote, boolean backslashEscapes) {
        if (quote == '"') {
            return TokenKind.QUOTED_NAME;
        }
        return backslashEscapes ? TokenKind.ESCAPED_CONSTANT : TokenKind.CONSTANT;
    }

    private TokenKind dollar() throws IOException {
        int length = 1;
        int c = source.peek(length);
        while (SqlCharacters.isNameStart(c) || (SqlCharacters.isDigit(c) && length > 1)) {
            c = source.peek(++length);
        }
        if (c != '$') {
            source.take();
            return TokenKind.SYMBOL;
        }
        source.take(length + 1);
        String tag = source.token();
        String unterminated = "the " + tag + " quote that begins here is not closed";
        source.takePlain('$', '$');
        while (!source.nextIs(tag)) {
            takeInto(unterminated);
            source.takePlain('$', '$');
        }
        source.take(tag.length());
        return TokenKind.CONSTANT;
    }

    private Continuation continuation() {
        return switch (kind) {
            case ESCAPED_CONSTANT -> Continuation.AFTER_LINE_END;
            case LINE_COMMENT -> escapes;
            case WHITESPACE -> escapes != Continuation.NO && spansLines() ? Continuation.YES : escapes;
            default -> Continuation.NO;
        };
    }

    private boolean spansLines() {
        for (int i = 0; i < source.tokenLength(); i++) {
            if (SqlCharacters.isLineEnd(source.tokenChar(i))) {
                return true;
            }
        }
        return false;
    }

    private void takeInto(String unterminated) throws IOException {
        if (source.peek() < 0) {
            throw at().error(unterminated);
        }
        if (source.peek() == 0) {
            source.begin();
            throw at().error(NUL);
        }
        source.take();
    }

    private void takeWhile(IntPredicate wanted) throws IOException {
        while (wanted.test(source.peek())) {
            source.take();
        }
    }
}
