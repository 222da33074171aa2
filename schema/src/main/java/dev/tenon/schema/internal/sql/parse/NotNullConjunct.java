package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds {@code column IS NOT NULL} as one of the conditions that a check combines with AND, which is what the server
 * looks for before it scans a table for {@code SET NOT NULL}.
 */
public final class NotNullConjunct {

    /** Words that combine conditions in another way, so that no part of the condition is sure to hold. */
    private static final Set<String> OTHER = Set.of("or", "between", "case");

    private NotNullConjunct() {}

    /** Whether the condition holds only for rows in which the column has a value. */
    public static boolean in(String condition, String column) {
        return proves(SqlTokens.meaningful(condition), column);
    }

    private static boolean proves(List<Token> condition, String column) {
        List<List<Token>> conjuncts = conjuncts(condition);
        if (conjuncts.size() != 1) {
            return conjuncts.stream().anyMatch(each -> proves(each, column));
        }
        if (condition.size() > 2 && condition.get(0).is("(") && closes(condition) == condition.size() - 1) {
            return proves(condition.subList(1, condition.size() - 1), column);
        }
        return condition.size() == 4
                && condition.get(0).mayName()
                && condition.get(0).name().equals(column)
                && condition.get(1).is("is")
                && condition.get(2).is("not")
                && condition.get(3).is("null");
    }

    /** The parts between AND outside parentheses; none if they are combined in another way. */
    private static List<List<Token>> conjuncts(List<Token> condition) {
        List<List<Token>> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < condition.size(); at++) {
            Token token = condition.get(at);
            depth += depth(token);
            if (depth == 0 && OTHER.stream().anyMatch(token::is)) {
                return List.of();
            }
            if (depth == 0 && token.is("and")) {
                parts.add(condition.subList(start, at));
                start = at + 1;
            }
        }
        parts.add(condition.subList(start, condition.size()));
        return parts;
    }

    /** The position of the parenthesis that closes the first one. */
    private static int closes(List<Token> condition) {
        int depth = 0;
        for (int at = 0; at < condition.size(); at++) {
            depth += depth(condition.get(at));
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }

    private static int depth(Token token) {
        return switch (token.kind()) {
            case OPEN -> 1;
            case CLOSE -> -1;
            default -> 0;
        };
    }
}
