package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Rewrites an expression after a label of an enum type was renamed. A constant is of the type if it is cast to it, or
 * if it is compared with a column of the type; others stay as they are.
 */
public final class EnumLabelRewriter {

    private static final Set<String> COMPARISONS = Set.of("=", "<", ">", "!", "<>", "!=", "<=", ">=");

    private final List<Token> tokens;
    private final List<Integer> meaningful;
    private final QualifiedName type;
    private final Set<String> columns;

    private EnumLabelRewriter(List<Token> tokens, QualifiedName type, Set<String> columns) {
        this.tokens = tokens;
        this.meaningful = IntStream.range(0, tokens.size())
                .filter(at -> !tokens.get(at).kind().trivia())
                .boxed()
                .toList();
        this.type = type;
        // The columns in a subquery may be those of another table.
        this.columns = tokens.stream().anyMatch(token -> token.is("select")) ? Set.of() : columns;
    }

    /**
     * The expression with the new label; the expression itself if it cannot be read.
     *
     * @param columns the columns of the type that it can read
     */
    public static String in(String sql, QualifiedName type, String before, String after, Set<String> columns) {
        String constant = "'" + before.replace("'", "''") + "'";
        if (!sql.contains(constant)) {
            return sql;
        }
        List<Token> tokens = SqlTokens.allOrNone(sql);
        EnumLabelRewriter rewriter = new EnumLabelRewriter(tokens, type, columns);
        StringBuilder renamed = new StringBuilder();
        for (int at = 0; at < rewriter.meaningful.size(); at++) {
            int index = rewriter.meaningful.get(at);
            boolean is = tokens.get(index).kind() == TokenKind.CONSTANT
                    && tokens.get(index).text().equals(constant)
                    && rewriter.isOfType(at);
            int from = at == 0 ? 0 : rewriter.meaningful.get(at - 1) + 1;
            tokens.subList(from, index).forEach(token -> renamed.append(token.text()));
            renamed.append(
                    is
                            ? "'" + after.replace("'", "''") + "'"
                            : tokens.get(index).text());
        }
        if (rewriter.meaningful.isEmpty()) {
            return sql;
        }
        int last = rewriter.meaningful.get(rewriter.meaningful.size() - 1);
        tokens.subList(last + 1, tokens.size()).forEach(token -> renamed.append(token.text()));
        return renamed.toString();
    }

    private boolean isOfType(int at) {
        boolean cast = (is(at + 1, ":") && is(at + 2, ":") && isType(at + 3)) || (is(at + 1, "as") && isType(at + 2));
        return cast || isName(at - 1, type.name()) || isCompared(at, -1) || isCompared(at, 1) || isListed(at);
    }

    private boolean isType(int at) {
        boolean qualified = isName(at, type.schema()) && is(at + 1, ".") && isName(at + 2, type.name());
        boolean plain = isName(at, type.name()) && type.schema().equals(QualifiedName.DEFAULT_SCHEMA);
        int end = qualified ? at + 3 : at + 1;
        return (qualified || plain) && !is(end, "[") && !is(end, ".");
    }

    private boolean isCompared(int at, int direction) {
        int other = at + direction;
        while (COMPARISONS.contains(text(other))) {
            other += direction;
        }
        return other != at + direction && isColumn(other);
    }

    /** Whether it is in the list of {@code column IN (…)}. */
    private boolean isListed(int at) {
        int start = at - 1;
        while (is(start, ",") || (start >= 0 && token(start).kind() == TokenKind.CONSTANT)) {
            start--;
        }
        int column = is(start - 2, "not") ? start - 3 : start - 2;
        return is(start, "(") && is(start - 1, "in") && isColumn(column);
    }

    private boolean isColumn(int at) {
        return columns.stream().anyMatch(column -> isName(at, column));
    }

    private boolean isName(int at, String name) {
        return exists(at) && token(at).mayName() && token(at).name().equals(name);
    }

    private boolean is(int at, String text) {
        return exists(at) && token(at).is(text);
    }

    private String text(int at) {
        return exists(at) ? token(at).text() : "";
    }

    private boolean exists(int at) {
        return at >= 0 && at < meaningful.size();
    }

    private Token token(int at) {
        return tokens.get(meaningful.get(at));
    }
}
