package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.internal.sql.parse.GroupedQuery.Operand;
import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the queries with a GROUP BY in a token list, and what they read for each group. */
final class GroupedQueryParser {

    /** The clauses after the selected items. */
    private static final Set<String> CLAUSES =
            Set.of("from", "where", "group", "having", "window", "order", "limit", "offset", "fetch", "for", "into");

    /** What ends a query, besides the end of the parentheses around it. */
    private static final Set<String> ENDS = Set.of("union", "intersect", "except", ";");

    /** The clauses that are evaluated for each group. */
    private static final Set<String> PER_GROUP = Set.of("select", "having", "window", "order");

    private final List<Token> tokens;
    private final Predicate<String> aggregates;

    GroupedQueryParser(List<Token> tokens, Predicate<String> aggregates) {
        this.tokens = tokens;
        this.aggregates = aggregates;
    }

    List<GroupedQuery> queries() {
        List<GroupedQuery> found = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.get(at).is("select")) {
                query(at).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The query whose SELECT is at the position; empty if it has no GROUP BY. */
    private Optional<GroupedQuery> query(int select) {
        List<Clause> clauses = clauses(select);
        Optional<Clause> grouping =
                clauses.stream().filter(clause -> clause.word().equals("group")).findFirst();
        if (grouping.isEmpty()) {
            return Optional.empty();
        }
        List<SelectedItem> items = SelectedItem.all(clauses.get(0).tokens());
        Set<Operand> grouped = new LinkedHashSet<>();
        List<List<Token>> expressions = new ArrayList<>();
        for (List<Token> element : elements(grouping.get().tokens())) {
            List<Token> meant = SelectedItem.meant(element, items);
            operand(meant).ifPresentOrElse(grouped::add, () -> expressions.add(meant));
        }
        Set<String> names = new HashSet<>();
        items.forEach(item -> item.alias().ifPresent(names::add));
        Set<Operand> read = new LinkedHashSet<>();
        GroupOperands operands = new GroupOperands(expressions, aggregates);
        for (Clause clause : clauses) {
            if (clause.word().equals("select")) {
                items.forEach(item -> read.addAll(operands.in(item.expression())));
            } else if (clause.word().equals("order")) {
                TokenLists.separated(clause.tokens()).stream()
                        .filter(element -> !element.get(0).mayName()
                                || (element.size() > 1 && element.get(1).is("."))
                                || !names.contains(element.get(0).name()))
                        .forEach(element -> read.addAll(operands.in(element)));
            } else if (PER_GROUP.contains(clause.word())) {
                read.addAll(operands.in(clause.tokens()));
            }
        }
        List<Token> from = clauses.stream()
                .filter(clause -> clause.word().equals("from"))
                .findFirst()
                .map(Clause::tokens)
                .orElse(List.of());
        return Optional.of(new GroupedQuery(JoinedRelations.in(from, tokens), grouped, read));
    }

    /** The elements of a GROUP BY; those in parentheses are elements, too. */
    private static List<List<Token>> elements(List<Token> grouping) {
        List<List<Token>> elements = new ArrayList<>();
        boolean quantified = grouping.get(0).is("all") || grouping.get(0).is("distinct");
        for (List<Token> element : TokenLists.separated(grouping.subList(quantified ? 1 : 0, grouping.size()))) {
            boolean enclosed = element.size() > 2
                    && element.get(0).is("(")
                    && TokenLists.closing(element, 0) == element.size() - 1;
            if (enclosed) {
                elements.addAll(elements(element.subList(1, element.size() - 1)));
            } else {
                elements.add(element);
            }
        }
        return elements;
    }

    private static Optional<Operand> operand(List<Token> element) {
        if (element.size() == 1 && element.get(0).mayName()) {
            return Optional.of(new Operand(Optional.empty(), element.get(0).name()));
        }
        boolean qualified = element.size() >= 3
                && element.get(element.size() - 1).mayName()
                && element.get(element.size() - 2).is(".")
                && element.get(element.size() - 3).mayName()
                && (element.size() == 3
                        || (element.size() == 5 && element.get(1).is(".")));
        return qualified
                ? Optional.of(new Operand(
                        Optional.of(element.get(element.size() - 3).name()),
                        element.get(element.size() - 1).name()))
                : Optional.empty();
    }

    /**
     * A clause of a query.
     *
     * @param word its first word
     * @param tokens what follows its key words
     */
    private record Clause(String word, List<Token> tokens) {}

    private List<Clause> clauses(int select) {
        List<Clause> clauses = new ArrayList<>();
        String word = "select";
        int begin = select + 1;
        int at = begin;
        while (at < tokens.size()
                && tokens.get(at).kind() != TokenKind.CLOSE
                && ENDS.stream().noneMatch(tokens.get(at)::is)) {
            Token token = tokens.get(at);
            boolean compared = token.is("from") && tokens.get(at - 1).is("distinct");
            if (token.kind() == TokenKind.OPEN) {
                at = TokenLists.closing(tokens, at);
            } else if (token.kind() == TokenKind.WORD && CLAUSES.contains(token.name()) && !compared) {
                clauses.add(new Clause(word, tokens.subList(begin, at)));
                word = token.name();
                boolean two = at + 1 < tokens.size() && tokens.get(at + 1).is("by");
                begin = two ? at + 2 : at + 1;
            }
            at++;
        }
        clauses.add(new Clause(word, tokens.subList(Math.min(begin, at), Math.min(at, tokens.size()))));
        clauses.removeIf(clause -> clause.tokens().isEmpty() && !clause.word().equals("select"));
        return clauses;
    }
}
