package dev.tenon.schema.internal.sql.parse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits a whole piece of SQL into tokens at once, for callers that look at neighbouring tokens. */
final class SqlTokens {

    /**
     * A token.
     *
     * @param kind its kind
     * @param text its text
     */
    record Token(TokenKind kind, String text) {

        /** Whether it is this symbol, parenthesis or unquoted word; {@code word} is in lower case. */
        boolean is(String word) {
            return kind == TokenKind.WORD ? text.toLowerCase(Locale.ROOT).equals(word) : text.equals(word);
        }

        /** Whether it may be a name. */
        boolean mayName() {
            return kind == TokenKind.WORD || kind == TokenKind.QUOTED_NAME;
        }

        /** The name that it is, as PostgreSQL stores it. */
        String name() {
            return kind == TokenKind.QUOTED_NAME
                    ? text.substring(text.indexOf('"') + 1, text.length() - 1).replace("\"\"", "\"")
                    : text.toLowerCase(Locale.ROOT);
        }
    }

    private SqlTokens() {}

    /**
     * All tokens, including blanks and comments.
     *
     * @throws SqlSyntaxException if a quote or comment is not closed, or a character is not allowed in SQL
     */
    static List<Token> all(String sql) {
        SqlLexer lexer = new SqlLexer(sql);
        List<Token> tokens = new ArrayList<>();
        try {
            while (lexer.next()) {
                tokens.add(new Token(lexer.kind(), lexer.text()));
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("reading a string does no I/O", impossible);
        }
        return tokens;
    }

    /** The position of the next token that is neither a blank nor a comment; the last one if there is none. */
    static int next(List<Token> tokens, int at) {
        int next = at + 1;
        while (next < tokens.size() - 1 && tokens.get(next).kind().trivia()) {
            next++;
        }
        return next;
    }

    /** All tokens; none if the SQL is malformed, which a rule reports. */
    static List<Token> allOrNone(String sql) {
        try {
            return all(sql);
        } catch (SqlSyntaxException broken) {
            return List.of();
        }
    }

    /** Whether the SQL may contain the name, quoted or not, by a text search; tokens decide. */
    static boolean mayHave(String sql, String name) {
        return sql.toLowerCase(Locale.ROOT).contains(name.replace("\"", "\"\"").toLowerCase(Locale.ROOT));
    }

    /** The tokens without blanks and comments; none if the SQL is malformed. */
    static List<Token> meaningful(String sql) {
        return allOrNone(sql).stream().filter(token -> !token.kind().trivia()).toList();
    }
}
