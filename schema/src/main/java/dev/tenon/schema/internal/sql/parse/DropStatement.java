package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.List;
import java.util.Optional;

/** Reads statements that drop triggers and rules. */
public final class DropStatement {

    private DropStatement() {}

    /** The table or view whose trigger or rule a statement drops; empty for other statements. */
    public static Optional<QualifiedName> relation(String sql) {
        List<Token> tokens = SqlTokens.meaningful(sql);
        boolean member = tokens.size() > 1
                && tokens.get(0).is("drop")
                && (tokens.get(1).is("trigger") || tokens.get(1).is("rule"));
        if (!member) {
            return Optional.empty();
        }
        for (int at = 2; at + 1 < tokens.size(); at++) {
            if (tokens.get(at).kind() == TokenKind.WORD && tokens.get(at).is("on")) {
                return Optional.of(name(tokens, at + 1));
            }
        }
        return Optional.empty();
    }

    private static QualifiedName name(List<Token> tokens, int at) {
        String first = tokens.get(at).name();
        boolean qualified = at + 2 < tokens.size() && tokens.get(at + 1).is(".");
        return qualified
                ? new QualifiedName(first, tokens.get(at + 2).name())
                : new QualifiedName(QualifiedName.DEFAULT_SCHEMA, first);
    }
}
