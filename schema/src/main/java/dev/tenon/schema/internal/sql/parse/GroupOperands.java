package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.internal.sql.parse.GroupedQuery.Operand;
import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the names that an expression over groups of rows reads outside aggregates and outside the expressions of the
 * GROUP BY. Of a query inside it, only qualified names may belong to the query around it.
 */
final class GroupOperands {

    private static final Set<String> QUERIES = Set.of("select", "with", "values", "table");

    /** The words before parentheses that belong to the aggregate before them: FILTER, and WITHIN GROUP. */
    private static final Set<String> OF_AGGREGATES = Set.of("filter", "group");

    private final List<List<Token>> grouped;
    private final Predicate<String> aggregates;
    private final Set<Operand> found = new LinkedHashSet<>();
    private List<Token> tokens = List.of();

    GroupOperands(List<List<Token>> grouped, Predicate<String> aggregates) {
        this.grouped = List.copyOf(grouped);
        this.aggregates = aggregates;
    }

    /** The operands of the expression. */
    Set<Operand> in(List<Token> expression) {
        tokens = expression;
        found.clear();
        int at = 0;
        while (at < tokens.size()) {
            at = read(at);
        }
        return Set.copyOf(found);
    }

    /** Reads what begins at the position, and returns the position after it. */
    private int read(int at) {
        for (List<Token> element : grouped) {
            if (isEqual(element, at)) {
                return at + element.size();
            }
        }
        Token token = tokens.get(at);
        if (token.is("(") && at + 1 < tokens.size() && QUERIES.stream().anyMatch(tokens.get(at + 1)::is)) {
            int close = TokenLists.closing(tokens, at);
            inner(at + 1, close);
            return close + 1;
        }
        if (token.is("*") && tokens.size() == 1) {
            found.add(new Operand(Optional.empty(), token.text()));
        }
        return token.mayName() ? name(at) : at + 1;
    }

    /** Reads a name with its qualifiers. */
    private int name(int at) {
        List<String> parts = new ArrayList<>(List.of(tokens.get(at).name()));
        int end = at + 1;
        while (is(end, ".") && end + 1 < tokens.size()) {
            Token part = tokens.get(end + 1);
            parts.add(part.mayName() ? part.name() : part.text());
            end += 2;
        }
        String last = parts.get(parts.size() - 1);
        if (is(end, "(")) {
            int close = TokenLists.closing(tokens, end);
            boolean skipped = OF_AGGREGATES.contains(last) || (aggregates.test(last) && !isWindow(close + 1));
            return skipped ? close + 1 : end;
        }
        boolean plain = parts.size() > 1
                || tokens.get(at).kind() == TokenKind.QUOTED_NAME
                || ExpressionKeywords.namesColumn(last);
        if (plain && !isOther(at, end)) {
            found.add(
                    new Operand(parts.size() > 1 ? Optional.of(parts.get(parts.size() - 2)) : Optional.empty(), last));
        }
        return end;
    }

    /** Whether the aggregate before the position is computed over a window of groups, so that it reads groups. */
    private boolean isWindow(int at) {
        boolean filtered = is(at, "filter") && is(at + 1, "(");
        return is(filtered ? TokenLists.closing(tokens, at + 1) + 1 : at, "over");
    }

    /** Whether a name is that of a type, a field, a collation or an argument. */
    private boolean isOther(int begin, int end) {
        return is(begin - 1, "as")
                || is(begin - 1, ".")
                || is(begin - 1, "collate")
                || (is(begin - 1, ":") && is(begin - 2, ":"))
                || (is(end, "=") && is(end + 1, ">"))
                || (end < tokens.size() && tokens.get(end).kind() == TokenKind.CONSTANT);
    }

    /** Qualified names of a query inside the expression, unless it introduces the qualifier itself. */
    private void inner(int begin, int end) {
        Set<String> introduced = new LinkedHashSet<>();
        for (int at = begin; at < end; at++) {
            if (tokens.get(at).mayName() && !is(at + 1, ".")) {
                introduced.add(tokens.get(at).name());
            }
        }
        for (int at = begin; at + 2 < end; at++) {
            Token qualifier = tokens.get(at);
            if (qualifier.mayName()
                    && is(at + 1, ".")
                    && tokens.get(at + 2).mayName()
                    && !introduced.contains(qualifier.name())) {
                found.add(new Operand(
                        Optional.of(qualifier.name()), tokens.get(at + 2).name()));
            }
        }
    }

    private boolean isEqual(List<Token> element, int at) {
        if (at + element.size() > tokens.size()) {
            return false;
        }
        for (int of = 0; of < element.size(); of++) {
            Token one = element.get(of);
            Token other = tokens.get(at + of);
            boolean same = (one.mayName() && other.mayName())
                    ? one.name().equals(other.name())
                    : one.text().equals(other.text());
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private boolean is(int at, String word) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(word);
    }
}
