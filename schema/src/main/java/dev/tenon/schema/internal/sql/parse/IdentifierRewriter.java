package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;
import java.util.Locale;

/**
 * Rewrites an expression after a column was renamed: replaces every mention of the old name, except functions and types
 * of that name.
 */
public final class IdentifierRewriter {

    private IdentifierRewriter() {}

    /** The expression with the new name; the expression itself if it cannot be read. */
    public static String in(String expression, String before, String after) {
        List<Token> tokens;
        try {
            tokens = SqlTokens.all(expression);
        } catch (SqlSyntaxException unreadable) {
            return expression;
        }
        StringBuilder renamed = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            boolean mention = names(tokens.get(i), before) && !isFunction(tokens, i) && !isType(tokens, i);
            renamed.append(
                    mention
                            ? written(after, tokens.get(i).kind())
                            : tokens.get(i).text());
        }
        return renamed.toString();
    }

    /** Whether the SQL contains the name anywhere: of a column, a type or anything else. */
    public static boolean anywhere(String sql, String name) {
        return SqlTokens.mayHave(sql, name) && SqlTokens.allOrNone(sql).stream().anyMatch(token -> names(token, name));
    }

    /**
     * The new name, with quotes if the old one has them or the new one needs them, as users would write the expression.
     */
    private static String written(String name, TokenKind before) {
        boolean quoted = before == TokenKind.QUOTED_NAME || !Identifier.isPlainColumn(name);
        return quoted ? '"' + name.replace("\"", "\"\"") + '"' : name;
    }

    private static boolean names(Token token, String name) {
        return switch (token.kind()) {
            case WORD -> token.text().toLowerCase(Locale.ROOT).equals(name);
            case QUOTED_NAME -> token.text().equals('"' + name.replace("\"", "\"\"") + '"');
            default -> false;
        };
    }

    private static boolean isFunction(List<Token> tokens, int at) {
        return tokens.stream()
                .skip(at + 1L)
                .filter(token -> !token.kind().trivia())
                .findFirst()
                .filter(token -> token.text().equals("("))
                .isPresent();
    }

    private static boolean isType(List<Token> tokens, int at) {
        return at >= 2
                && tokens.get(at - 1).text().equals(":")
                && tokens.get(at - 2).text().equals(":");
    }
}
