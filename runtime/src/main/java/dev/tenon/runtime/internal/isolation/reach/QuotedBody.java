package dev.tenon.runtime.internal.isolation.reach;

import dev.tenon.schema.internal.sql.parse.SqlLexer;
import dev.tenon.schema.internal.sql.parse.SqlSyntaxException;
import dev.tenon.schema.internal.sql.parse.TokenKind;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The text of a SQL function that is one query, without a semicolon: it can then be put between BEGIN ATOMIC and END.
 *
 * @param query the query
 * @param names the names in it that are not qualified, as PostgreSQL stores them
 */
record QuotedBody(String query, Set<String> names) {

    private static final Set<String> FIRST = Set.of("select", "values", "with", "table");

    QuotedBody {
        names = Set.copyOf(names);
    }

    /**
     * Reads {@code pg_proc.prosrc}; empty if it is anything else than one query. A backslash can mean something else when
     * the caller changes its settings.
     */
    static Optional<QuotedBody> of(String source) {
        if (source.indexOf('\\') >= 0 || source.toLowerCase(Locale.ROOT).contains("u&")) {
            return Optional.empty();
        }
        StringBuilder query = new StringBuilder();
        Set<String> names = new TreeSet<>();
        SqlLexer lexer = new SqlLexer(source);
        boolean first = true;
        boolean ended = false;
        boolean qualified = false;
        try {
            while (lexer.next()) {
                if (isTrivia(lexer.kind())) {
                    query.append(' ');
                    continue;
                }
                boolean other = first && !FIRST.contains(lexer.text().toLowerCase(Locale.ROOT));
                if (other || (ended && lexer.kind() != TokenKind.SEMICOLON)) {
                    return Optional.empty();
                }
                first = false;
                ended = lexer.kind() == TokenKind.SEMICOLON;
                if (!ended) {
                    query.append(lexer.text());
                }
                if (!qualified) {
                    addName(lexer, names);
                }
                qualified = lexer.text().equals(".");
            }
        } catch (SqlSyntaxException broken) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new IllegalStateException("reading a string does no I/O", impossible);
        }
        return first ? Optional.empty() : Optional.of(new QuotedBody(query.toString(), names));
    }

    private static boolean isTrivia(TokenKind kind) {
        return kind == TokenKind.WHITESPACE || kind == TokenKind.LINE_COMMENT || kind == TokenKind.BLOCK_COMMENT;
    }

    private static void addName(SqlLexer lexer, Set<String> names) {
        String text = lexer.text();
        if (lexer.kind() == TokenKind.WORD) {
            names.add(text.toLowerCase(Locale.ROOT));
        } else if (lexer.kind() == TokenKind.QUOTED_NAME) {
            names.add(text.substring(1, text.length() - 1).replace("\"\"", "\""));
        }
    }
}
