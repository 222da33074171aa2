package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the names in an expression over a row that can only be columns of the row, or the row itself: unquoted names
 * without a qualifier where an operand is expected. Names in subqueries, names of types, functions, collations and
 * arguments, and everything that only a parser could decide are omitted. {@link RowReferences} finds too many names
 * instead.
 */
public final class OperandNames {

    /** The words after which an operand is expected. */
    private static final Set<String> BEFORE = Set.of(
            "and",
            "or",
            "not",
            "case",
            "when",
            "then",
            "else",
            "between",
            "symmetric",
            "like",
            "ilike",
            "escape",
            "in",
            "from",
            "for",
            "placing",
            "both",
            "leading",
            "trailing");

    /** The words that may follow an operand. */
    private static final Set<String> AFTER = Set.of(
            "and",
            "or",
            "not",
            "is",
            "isnull",
            "notnull",
            "in",
            "between",
            "like",
            "ilike",
            "similar",
            "collate",
            "at",
            "when",
            "then",
            "else",
            "end",
            "from",
            "for",
            "placing",
            "as",
            "operator",
            "escape");

    /** The words that begin a query in parentheses. */
    private static final Set<String> QUERIES = Set.of("select", "with", "values", "table");

    /** The words before parentheses that contain no operands. */
    private static final Set<String> BEFORE_OTHERS = Set.of("operator", "of", "over");

    /** The words before the type of a value. */
    private static final Set<String> BEFORE_TYPES = Set.of("as", "returning");

    private final List<Token> tokens;
    private final Set<String> names = new LinkedHashSet<>();

    private OperandNames(String sql) {
        this.tokens = SqlTokens.meaningful(sql);
    }

    /** The names in their order, in lower case; none if the expression cannot be read. */
    public static Set<String> in(String sql) {
        OperandNames found = new OperandNames(sql);
        found.read();
        return Collections.unmodifiableSet(found.names);
    }

    private void read() {
        int at = 0;
        while (at < tokens.size()) {
            if (is(at, "(") && containsOthers(at)) {
                at = close(at);
            } else if (isOperand(at)) {
                names.add(tokens.get(at).name());
            }
            at++;
        }
    }

    /** Whether the parentheses contain a query, the modifiers of a type, or anything else but operands. */
    private boolean containsOthers(int open) {
        int first = open;
        while (is(first, "(")) {
            first++;
        }
        return isOneOf(first, QUERIES)
                || isOneOf(open - 1, BEFORE_OTHERS)
                || isType(open - 1)
                || isQuoted(close(open) + 1);
    }

    /** Whether a name, qualified or not, is that of a type. */
    private boolean isType(int at) {
        if (at < 0 || !tokens.get(at).mayName()) {
            return false;
        }
        int first = at;
        while (is(first - 1, ".")) {
            first -= 2;
        }
        return isOneOf(first - 1, BEFORE_TYPES) || isCast(first - 1);
    }

    private boolean isOperand(int at) {
        Token token = tokens.get(at);
        return token.kind() == TokenKind.WORD
                && ExpressionKeywords.namesOperand(token.name())
                && isOperandExpected(at)
                && isOperandEnd(at + 1);
    }

    private boolean isOperandExpected(int at) {
        if (at == 0) {
            return true;
        }
        Token before = tokens.get(at - 1);
        return switch (before.kind()) {
            case OPEN -> !(is(at - 2, "extract") || isXml(at - 2));
            case SYMBOL -> !before.is(".") && !before.is("$") && !isCast(at - 1);
            case WORD ->
                (isOneOf(at - 1, BEFORE) && !(before.is("not") && is(at - 2, "is")))
                        || (before.is("to") && is(at - 2, "similar"))
                        || (before.is("zone") && is(at - 2, "time") && is(at - 3, "at"));
            default -> false;
        };
    }

    /** Whether the token ends an operand before it, instead of making it a function, an argument's name or a type. */
    private boolean isOperandEnd(int at) {
        if (at >= tokens.size()) {
            return true;
        }
        Token next = tokens.get(at);
        return switch (next.kind()) {
            case OPEN -> next.is("[");
            case CLOSE -> true;
            case SYMBOL -> !next.is(".") && !(next.is("=") && is(at + 1, ">")) && !(next.is(":") && is(at + 1, "="));
            case WORD -> isOneOf(at, AFTER);
            default -> false;
        };
    }

    /** Whether a function with a syntax of its own for XML is at the position. */
    private boolean isXml(int at) {
        return at >= 0
                && tokens.get(at).kind() == TokenKind.WORD
                && tokens.get(at).name().startsWith("xml");
    }

    private boolean isCast(int at) {
        return is(at, ":") && is(at - 1, ":");
    }

    private boolean isQuoted(int at) {
        return at < tokens.size()
                && (tokens.get(at).kind() == TokenKind.ESCAPED_CONSTANT
                        || (tokens.get(at).kind() == TokenKind.CONSTANT
                                && !Character.isDigit(tokens.get(at).text().charAt(0))));
    }

    /** The position of the parenthesis that closes the one at {@code open}; the end if there is none. */
    private int close(int open) {
        int depth = 0;
        for (int at = open; at < tokens.size(); at++) {
            depth += tokens.get(at).kind() == TokenKind.OPEN ? 1 : 0;
            depth -= tokens.get(at).kind() == TokenKind.CLOSE ? 1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return tokens.size();
    }

    private boolean isOneOf(int at, Set<String> words) {
        return at >= 0
                && at < tokens.size()
                && tokens.get(at).kind() == TokenKind.WORD
                && words.contains(tokens.get(at).name());
    }

    private boolean is(int at, String word) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(word);
    }
}
