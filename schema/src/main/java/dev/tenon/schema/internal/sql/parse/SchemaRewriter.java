package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;
import java.util.function.Predicate;

/** Rewrites qualified names in SQL after their objects moved to another schema. */
public final class SchemaRewriter {

    private SchemaRewriter() {}

    /**
     * The SQL with the other schema; the SQL itself if it cannot be read.
     *
     * @param sql an expression, query or statement
     * @param before the old schema
     * @param after the new schema
     * @param moved whether the object of this name, or operator, moved
     */
    public static String in(String sql, String before, String after, Predicate<String> moved) {
        if (!SqlTokens.mayHave(sql, before)) {
            return sql;
        }
        List<Token> tokens = SqlTokens.allOrNone(sql);
        StringBuilder rewritten = new StringBuilder();
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            boolean qualifies = token.mayName()
                    && token.name().equals(before)
                    && at + 2 < tokens.size()
                    && tokens.get(at + 1).is(".")
                    && (at == 0 || !tokens.get(at - 1).is("."))
                    && moved.test(name(tokens.get(at + 2)));
            rewritten.append(qualifies ? Identifier.quote(after) : token.text());
        }
        return tokens.isEmpty() ? sql : rewritten.toString();
    }

    private static String name(Token token) {
        return token.mayName() ? token.name() : token.text();
    }
}
