package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;

/** Rewrites an expression to use another type: in casts and typed constants. */
public final class TypeRewriter {

    private TypeRewriter() {}

    /** The expression with the other type; the expression itself if it cannot be read. */
    public static String in(String expression, QualifiedName before, QualifiedName after) {
        return rewritten(expression, before, Identifier.quote(after), Identifier.quote(after));
    }

    /** The expression after the type was renamed: with a schema where it had one. */
    public static String renamed(String expression, QualifiedName before, QualifiedName after) {
        String plain = after.schema().equals(QualifiedName.DEFAULT_SCHEMA)
                ? Identifier.quote(after.name())
                : Identifier.quote(after);
        return rewritten(
                expression, before, Identifier.quote(after.schema()) + "." + Identifier.quote(after.name()), plain);
    }

    private static String rewritten(String expression, QualifiedName before, String qualifiedName, String plainName) {
        if (!SqlTokens.mayHave(expression, before.name())) {
            return expression;
        }
        List<Token> tokens = SqlTokens.allOrNone(expression);
        StringBuilder renamed = new StringBuilder();
        int at = 0;
        while (at < tokens.size()) {
            boolean qualified = at + 2 < tokens.size()
                    && is(tokens.get(at), before.schema())
                    && tokens.get(at + 1).is(".")
                    && is(tokens.get(at + 2), before.name());
            boolean plain = is(tokens.get(at), before.name()) && before.schema().equals(QualifiedName.DEFAULT_SCHEMA);
            int end = qualified ? at + 2 : at;
            if ((qualified || plain) && isType(tokens, at, end)) {
                renamed.append(qualified ? qualifiedName : plainName);
                at = end + 1;
            } else {
                renamed.append(tokens.get(at).text());
                at++;
            }
        }
        return tokens.isEmpty() ? expression : renamed.toString();
    }

    private static boolean is(Token token, String name) {
        return token.mayName() && token.name().equals(name);
    }

    private static boolean isType(List<Token> tokens, int from, int to) {
        int previous = from - 1;
        while (previous >= 0 && tokens.get(previous).kind().trivia()) {
            previous--;
        }
        int next = to + 1;
        while (next < tokens.size() && tokens.get(next).kind().trivia()) {
            next++;
        }
        boolean cast = previous >= 0
                && (tokens.get(previous).is("as")
                        || (tokens.get(previous).is(":")
                                && previous > 0
                                && tokens.get(previous - 1).is(":")));
        boolean constant = next < tokens.size()
                && tokens.get(next).kind() == TokenKind.CONSTANT
                && tokens.get(next).text().startsWith("'");
        return cast || constant;
    }
}
