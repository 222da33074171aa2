package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Distinguishes a {@code *} that PostgreSQL expands to columns from one that multiplies, counts, or selects a whole
 * row.
 */
public final class SelectStars {

    /** After these, a star selects columns. */
    private static final Set<String> BEFORE = Set.of(".", ",", "select", "all", "distinct");

    /** The words at the beginning of, or before, parentheses in which stars select columns. */
    private static final Set<String> QUERIES = Set.of("select", "with", "values");

    private static final Set<String> ROWS = Set.of("row", "values");

    private SelectStars() {}

    /** Whether a query has a star that selects columns, at any depth. */
    public static boolean in(String sql) {
        List<Token> tokens = SqlTokens.meaningful(sql);
        Deque<Boolean> columns = new ArrayDeque<>(List.of(true));
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (token.kind() == TokenKind.OPEN) {
                columns.push(is(tokens, at + 1, QUERIES) || is(tokens, at - 1, ROWS));
            } else if (token.kind() == TokenKind.CLOSE && columns.size() > 1) {
                columns.pop();
            } else if (token.is("*")
                    && is(tokens, at - 1, BEFORE)
                    && columns.getFirst()
                    && !is(tokens, at + 1, Set.of("::", ":"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(List<Token> tokens, int at, Set<String> words) {
        return at >= 0 && at < tokens.size() && words.stream().anyMatch(tokens.get(at)::is);
    }
}
