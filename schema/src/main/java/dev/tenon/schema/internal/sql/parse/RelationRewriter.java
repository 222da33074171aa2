package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;
import java.util.stream.Collectors;

/** Rewrites statements after a table, view or type that they name was renamed. */
public final class RelationRewriter {

    private RelationRewriter() {}

    /**
     * The statement with the new name after {@code ON} or in the parameters of a function; the statement itself if it
     * cannot be parsed. The name of the dropped object stays.
     */
    public static String inDrop(String statement, QualifiedName before, QualifiedName after) {
        List<Token> tokens;
        try {
            tokens = SqlTokens.all(statement);
        } catch (SqlSyntaxException unreadable) {
            return statement;
        }
        StringBuilder renamed = new StringBuilder();
        boolean upon = false;
        int at = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            int end = token.mayName() ? end(tokens, at) : at + 1;
            if (upon && token.mayName() && name(tokens, at, end).equals(before)) {
                renamed.append(Identifier.quote(after));
            } else {
                tokens.subList(at, end).forEach(each -> renamed.append(each.text()));
            }
            upon = upon || token.is("on") || token.is("(");
            at = end;
        }
        return renamed.toString();
    }

    /**
     * Statements that alter a table or a part of it, with the new name of the table; a statement that cannot be parsed
     * stays. Only the first mention in each statement is the table.
     */
    public static String inAlteration(String script, QualifiedName before, QualifiedName after) {
        List<String> statements = SqlScript.of(script).statements();
        return statements.size() < 2
                ? alteration(script, before, after)
                : statements.stream()
                        .map(statement -> alteration(statement, before, after))
                        .collect(Collectors.joining(";\n"));
    }

    private static String alteration(String statement, QualifiedName before, QualifiedName after) {
        List<Token> tokens;
        try {
            tokens = SqlTokens.all(statement);
        } catch (SqlSyntaxException unreadable) {
            return statement;
        }
        for (int at = 0; at < tokens.size(); at++) {
            int end = tokens.get(at).mayName() ? end(tokens, at) : at + 1;
            boolean qualified = end > at + 1
                    || (before.schema().equals(QualifiedName.DEFAULT_SCHEMA)
                            && tokens.get(at).mayName());
            if (qualified && name(tokens, at, end).equals(before)) {
                StringBuilder renamed = new StringBuilder();
                tokens.subList(0, at).forEach(each -> renamed.append(each.text()));
                renamed.append(Identifier.quote(after));
                tokens.subList(end, tokens.size()).forEach(each -> renamed.append(each.text()));
                return renamed.toString();
            }
        }
        return statement;
    }

    /** The position after a name with its schema. */
    private static int end(List<Token> tokens, int at) {
        boolean qualified = at + 2 < tokens.size()
                && tokens.get(at + 1).is(".")
                && tokens.get(at + 2).mayName();
        return qualified ? at + 3 : at + 1;
    }

    private static QualifiedName name(List<Token> tokens, int at, int end) {
        String last = tokens.get(end - 1).name();
        return new QualifiedName(end - at > 1 ? tokens.get(at).name() : QualifiedName.DEFAULT_SCHEMA, last);
    }
}
