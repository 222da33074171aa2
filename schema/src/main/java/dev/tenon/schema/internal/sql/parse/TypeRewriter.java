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
        return NameReplacer.replaced(
                expression, before, Identifier.quote(after), Identifier.quote(after), TypeRewriter::isType);
    }

    /** The expression after the type was renamed: with a schema where it had one. */
    public static String renamed(String expression, QualifiedName before, QualifiedName after) {
        String plain = after.schema().equals(QualifiedName.DEFAULT_SCHEMA)
                ? Identifier.quote(after.name())
                : Identifier.quote(after);
        return NameReplacer.replaced(
                expression,
                before,
                Identifier.quote(after.schema()) + "." + Identifier.quote(after.name()),
                plain,
                TypeRewriter::isType);
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
