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
        if (!SqlTokens.mayHave(sql, before.name())) {
            return sql;
        }
        List<Token> tokens = SqlTokens.allOrNone(sql);
        StringBuilder renamed = new StringBuilder();
        int at = 0;
        while (at < tokens.size()) {
            boolean qualified = at + 2 < tokens.size()
                    && is(tokens.get(at), before.schema())
                    && tokens.get(at + 1).is(".")
                    && is(tokens.get(at + 2), before.name());
            boolean plain = is(tokens.get(at), before.name())
                    && before.schema().equals(QualifiedName.DEFAULT_SCHEMA)
                    && (at == 0 || !tokens.get(at - 1).is("."));
            int end = qualified ? at + 2 : at;
            if ((qualified || plain) && isCall(tokens, end)) {
                renamed.append(qualified ? Identifier.quote(after) : Identifier.quote(after.name()));
                at = end + 1;
            } else {
                renamed.append(tokens.get(at).text());
                at++;
            }
        }
        return tokens.isEmpty() ? sql : renamed.toString();
    }

    private static boolean is(Token token, String name) {
        return token.mayName() && token.name().equals(name);
    }

    private static boolean isCall(List<Token> tokens, int name) {
        int next = name + 1;
        while (next < tokens.size() && tokens.get(next).kind().trivia()) {
            next++;
        }
        return next < tokens.size() && tokens.get(next).is("(");
    }
}
