package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns that a query returns, as far as its text shows: the items of its outermost SELECT, and the clauses around
 * them.
 *
 * @param with the tokens before the SELECT, separated by blanks
 * @param items the selected items
 * @param from the FROM clause, in the same form
 * @param clauses the key words that begin the other clauses, in lower case
 */
public record SelectList(String with, List<Item> items, String from, Set<String> clauses) {

    private static final Set<String> CLAUSES = Set.of(
            "from",
            "where",
            "group",
            "having",
            "window",
            "union",
            "intersect",
            "except",
            "order",
            "limit",
            "offset",
            "fetch",
            "for");

    /** The clauses that combine queries. */
    private static final Set<String> SETS = Set.of("union", "intersect", "except");

    /**
     * One selected item.
     *
     * @param text its tokens, separated by blanks
     * @param name the name of the column; empty if only the server knows it
     */
    public record Item(String text, Optional<String> name) {}

    public SelectList {
        items = List.copyOf(items);
        clauses = Set.copyOf(clauses);
    }

    /** Parses a query; empty if it does not begin with SELECT or WITH. */
    public static Optional<SelectList> of(String sql) {
        List<Token> tokens = SqlTokens.meaningful(sql);
        int select = outermost(tokens, 0, Set.of("select"));
        boolean begins = select == 0 || (!tokens.isEmpty() && tokens.get(0).is("with"));
        if (!begins || select == tokens.size()) {
            return Optional.empty();
        }
        Set<String> clauses = new HashSet<>();
        int first = afterQuantifier(tokens, select + 1, clauses);
        int end = outermost(tokens, first, CLAUSES);
        int afterFrom = end < tokens.size() && tokens.get(end).is("from") ? outermost(tokens, end + 1, CLAUSES) : end;
        for (int at = end; at < tokens.size(); at = outermost(tokens, at + 1, CLAUSES)) {
            clauses.add(tokens.get(at).name());
        }
        return Optional.of(new SelectList(
                text(tokens.subList(0, select)),
                items(tokens.subList(first, end)),
                text(tokens.subList(end, afterFrom)),
                clauses));
    }

    /** Whether another query returns the same columns first, with the same types, in any schema. */
    public boolean isContinuedBy(SelectList other) {
        List<Item> start =
                other.items().subList(0, Math.min(items.size(), other.items().size()));
        return items.equals(start)
                && with.equals(other.with())
                && (other.from() + " ").startsWith(from + " ")
                && SETS.stream()
                        .noneMatch(word ->
                                clauses.contains(word) || other.clauses().contains(word));
    }

    private static int afterQuantifier(List<Token> tokens, int at, Set<String> clauses) {
        if (at < tokens.size() && tokens.get(at).is("all")) {
            return at + 1;
        }
        if (at >= tokens.size() || !tokens.get(at).is("distinct")) {
            return at;
        }
        clauses.add("distinct");
        boolean on = at + 1 < tokens.size() && tokens.get(at + 1).is("on");
        return on ? TokenLists.closing(tokens, at + 2) + 1 : at + 1;
    }

    /** The position of one of the words outside parentheses; the end if there is none. */
    private static int outermost(List<Token> tokens, int from, Set<String> words) {
        int depth = 0;
        for (int at = from; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            depth += token.kind() == TokenKind.OPEN ? 1 : token.kind() == TokenKind.CLOSE ? -1 : 0;
            boolean comparison =
                    token.is("from") && at > 0 && tokens.get(at - 1).is("distinct");
            if (depth == 0 && token.kind() == TokenKind.WORD && words.contains(token.name()) && !comparison) {
                return at;
            }
        }
        return tokens.size();
    }

    private static List<Item> items(List<Token> tokens) {
        List<Item> items = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int at = 0; at <= tokens.size(); at++) {
            boolean end = at == tokens.size();
            depth += end
                    ? 0
                    : tokens.get(at).kind() == TokenKind.OPEN
                            ? 1
                            : tokens.get(at).kind() == TokenKind.CLOSE ? -1 : 0;
            if (end || (depth == 0 && tokens.get(at).is(","))) {
                List<Token> item = tokens.subList(begin, at);
                if (!item.isEmpty()) {
                    items.add(new Item(text(item), name(item)));
                }
                begin = at + 1;
            }
        }
        return items;
    }

    private static Optional<String> name(List<Token> item) {
        Token last = item.get(item.size() - 1);
        if (!last.mayName()) {
            return Optional.empty();
        }
        boolean named = item.size() > 1 && item.get(item.size() - 2).is("as");
        return named || isPath(item) ? Optional.of(last.name()) : Optional.empty();
    }

    /** Whether the item is a column, qualified or not. */
    private static boolean isPath(List<Token> item) {
        for (int at = 0; at < item.size(); at++) {
            boolean fits = at % 2 == 0 ? item.get(at).mayName() : item.get(at).is(".");
            if (!fits) {
                return false;
            }
        }
        return item.size() % 2 == 1;
    }

    private static String text(List<Token> tokens) {
        return tokens.stream().map(Token::text).collect(Collectors.joining(" "));
    }
}
