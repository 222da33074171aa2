package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.List;

/**
 * The parts of a statement about a table in which words may be columns of the table: {@code UPDATE OF} and {@code WHEN}
 * of a trigger, everything of a rule. A trigger's other words name the trigger, its function and its arguments.
 */
public final class TriggerColumns {

    private TriggerColumns() {}

    /** These parts, as a list of expressions. */
    public static String in(String create) {
        boolean trigger = CreateStatement.of(create)
                .filter(made -> made.kind().equals("trigger"))
                .isPresent();
        return trigger ? parts(SqlTokens.meaningful(create)) : create;
    }

    private static String parts(List<Token> tokens) {
        StringBuilder parts = new StringBuilder("(");
        int depth = 0;
        boolean of = false;
        boolean when = false;
        for (int at = 1; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (depth == 0 && token.is("execute")) {
                break;
            }
            if (depth == 0 && (token.is("on") || token.is("or"))) {
                of = false;
            }
            depth += token.is("(") ? 1 : 0;
            if (of || (when && depth > 0)) {
                parts.append(' ').append(token.text());
            }
            depth -= token.is(")") ? 1 : 0;
            if (depth == 0) {
                if (token.is("of") && tokens.get(at - 1).is("update")) {
                    parts.append(parts.length() > 1 ? " ," : "");
                    of = true;
                } else if (token.is("when")) {
                    parts.append(parts.length() > 1 ? " ," : "");
                    when = true;
                }
            }
        }
        return parts.append(" )").toString();
    }
}
