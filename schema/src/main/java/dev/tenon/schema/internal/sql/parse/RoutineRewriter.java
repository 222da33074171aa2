package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;

/** Rewrites SQL after a routine was renamed: in calls and before the parameters of its definition, not in texts. */
public final class RoutineRewriter {

    private RoutineRewriter() {}

    /** The SQL with the other name; the SQL itself if it cannot be read. */
    public static String renamed(String sql, QualifiedName before, QualifiedName after) {
        return NameReplacer.replaced(
                sql,
                before,
                Identifier.quote(after),
                Identifier.quote(after.name()),
                (tokens, from, to) -> isCall(tokens, to));
    }

    private static boolean isCall(List<Token> tokens, int name) {
        int next = name + 1;
        while (next < tokens.size() && tokens.get(next).kind().trivia()) {
            next++;
        }
        return next < tokens.size() && tokens.get(next).is("(");
    }
}
