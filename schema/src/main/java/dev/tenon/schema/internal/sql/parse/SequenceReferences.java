package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;

/** Finds the sequences that an expression uses with {@code nextval}. */
public final class SequenceReferences {

    private SequenceReferences() {}

    /** The sequences; one without a schema is in the default schema. */
    public static List<QualifiedName> sequences(String expression) {
        List<QualifiedName> sequences = new ArrayList<>();
        List<Token> tokens = SqlTokens.meaningful(expression);
        for (int at = 2; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (token.kind() == TokenKind.CONSTANT
                    && token.text().startsWith("'")
                    && tokens.get(at - 1).is("(")
                    && tokens.get(at - 2).is("nextval")) {
                name(token.text().substring(1, token.text().length() - 1).replace("''", "'"), sequences);
            }
        }
        return List.copyOf(sequences);
    }

    private static void name(String text, List<QualifiedName> sequences) {
        List<String> parts = SqlTokens.meaningful(text).stream()
                .filter(Token::mayName)
                .map(Token::name)
                .toList();
        if (!parts.isEmpty()) {
            String schema = parts.size() > 1 ? parts.get(parts.size() - 2) : QualifiedName.DEFAULT_SCHEMA;
            sequences.add(new QualifiedName(schema, parts.get(parts.size() - 1)));
        }
    }
}
