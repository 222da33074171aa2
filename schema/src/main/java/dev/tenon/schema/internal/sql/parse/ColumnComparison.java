package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A condition that is one comparison of a column, for equality, with a value that is the same for all rows.
 *
 * @param column the column
 * @param value the value
 */
public record ColumnComparison(String column, SessionValue value) {

    /** Operators and words between which a comparison is only a part of the condition. */
    private static final Set<String> OTHERS = Set.of("and", "or", "not", "is", "in", "like", "between", "<", ">", "!");

    /** Reads a condition; empty if it is anything else. */
    public static Optional<ColumnComparison> of(String condition) {
        List<Token> tokens = SessionValueParser.bare(SqlTokens.meaningful(condition));
        int equals = -1;
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (token.kind() == TokenKind.OPEN) {
                at = TokenLists.closing(tokens, at);
            } else if (OTHERS.stream().anyMatch(token::is) || (token.is("=") && equals >= 0)) {
                return Optional.empty();
            } else if (token.is("=")) {
                equals = at;
            }
        }
        if (equals < 1) {
            return Optional.empty();
        }
        List<Token> left = tokens.subList(0, equals);
        List<Token> right = tokens.subList(equals + 1, tokens.size());
        return column(left)
                .map(name -> new ColumnComparison(name, SessionValueParser.value(right)))
                .or(() -> column(right).map(name -> new ColumnComparison(name, SessionValueParser.value(left))));
    }

    /** The column that is all of the expression, apart from casts; a qualifier can only be that of its table. */
    private static Optional<String> column(List<Token> expression) {
        List<Token> tokens = SessionValueParser.bare(expression);
        int last = tokens.size() - 1;
        boolean qualified =
                last == 2 && tokens.get(0).mayName() && tokens.get(1).is(".");
        return (last == 0 || qualified) && tokens.get(last).mayName()
                ? Optional.of(tokens.get(last).name())
                : Optional.empty();
    }
}
