package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.List;
import java.util.Optional;

/**
 * An expression that is one literal, possibly with a cast: {@code 0}, {@code true}, {@code '{}'::jsonb}.
 *
 * @param literal the text of the literal, with its quotes
 * @param cast the type to which it is cast, as written
 */
public record LiteralExpression(String literal, Optional<String> cast) {

    /** The expression, if it is one literal. */
    public static Optional<LiteralExpression> of(String sql) {
        List<Token> tokens = SqlTokens.meaningful(sql);
        while (tokens.size() > 2
                && tokens.get(0).is("(")
                && tokens.get(tokens.size() - 1).is(")")) {
            tokens = tokens.subList(1, tokens.size() - 1);
        }
        int at = !tokens.isEmpty() && tokens.get(0).is("-") ? 1 : 0;
        int end = at < tokens.size() ? literal(tokens, at) : at;
        if (end == at) {
            return Optional.empty();
        }
        String literal = text(tokens.subList(0, end));
        if (end == tokens.size()) {
            return Optional.of(new LiteralExpression(literal, Optional.empty()));
        }
        // A minus binds less tightly than a cast.
        boolean cast = at == 0
                && tokens.size() > end + 2
                && tokens.get(end).is(":")
                && tokens.get(end + 1).is(":");
        String type = cast ? words(tokens.subList(end + 2, tokens.size())) : "";
        return cast && !type.contains("::")
                ? Optional.of(new LiteralExpression(literal, Optional.of(type)))
                : Optional.empty();
    }

    /** Whether it is a quoted text. */
    public boolean quoted() {
        return literal.startsWith("'");
    }

    /** The position after the literal at the position; the position itself if there is none. */
    private static int literal(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        if (token.is("true") || token.is("false")) {
            return at == 0 ? 1 : at;
        }
        if (token.kind() != TokenKind.CONSTANT) {
            return at;
        }
        char first = token.text().charAt(0);
        if (first == '\'') {
            return at == 0 ? 1 : at;
        }
        boolean fraction = at + 2 < tokens.size()
                && tokens.get(at + 1).is(".")
                && tokens.get(at + 2).kind() == TokenKind.CONSTANT;
        return !isDigit(first) ? at : fraction ? at + 3 : at + 1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String text(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        tokens.forEach(token -> text.append(token.text()));
        return text.toString();
    }

    private static String words(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        for (Token token : tokens) {
            boolean apart = token.mayName()
                    && !text.isEmpty()
                    && text.charAt(text.length() - 1) != '.'
                    && text.charAt(text.length() - 1) != ':';
            text.append(apart ? " " : "").append(token.text());
        }
        return text.toString();
    }
}
