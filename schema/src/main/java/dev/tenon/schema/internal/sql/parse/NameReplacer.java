package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.List;

/** Replaces a name in SQL, with or without its schema, at the places where it means the object. */
final class NameReplacer {

    private NameReplacer() {}

    /** Tells whether a name means the object. */
    @FunctionalInterface
    interface Place {

        /**
         * Whether it does.
         *
         * @param tokens the tokens of the SQL
         * @param from the first token of the name
         * @param to the last token of the name
         */
        boolean isName(List<Token> tokens, int from, int to);
    }

    /**
     * The SQL with another name; the SQL itself if it cannot be read.
     *
     * @param qualified what replaces the name with its schema
     * @param plain what replaces the name alone, which means an object of the default schema
     */
    static String replaced(String sql, QualifiedName name, String qualified, String plain, Place place) {
        if (!SqlTokens.mayHave(sql, name.name())) {
            return sql;
        }
        List<Token> tokens = SqlTokens.allOrNone(sql);
        StringBuilder replaced = new StringBuilder();
        int at = 0;
        while (at < tokens.size()) {
            boolean withSchema = at + 2 < tokens.size()
                    && is(tokens.get(at), name.schema())
                    && tokens.get(at + 1).is(".")
                    && is(tokens.get(at + 2), name.name());
            boolean alone = is(tokens.get(at), name.name())
                    && name.schema().equals(QualifiedName.DEFAULT_SCHEMA)
                    && (at == 0 || !tokens.get(at - 1).is("."));
            int end = withSchema ? at + 2 : at;
            if ((withSchema || alone) && place.isName(tokens, at, end)) {
                replaced.append(withSchema ? qualified : plain);
                at = end + 1;
            } else {
                replaced.append(tokens.get(at).text());
                at++;
            }
        }
        return tokens.isEmpty() ? sql : replaced.toString();
    }

    private static boolean is(Token token, String name) {
        return token.mayName() && token.name().equals(name);
    }
}
