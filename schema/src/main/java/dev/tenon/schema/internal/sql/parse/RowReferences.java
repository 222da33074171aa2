package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the names in an expression over the rows of a table, by their position. The result may contain too many names,
 * such as a column of another table in a subquery.
 */
public final class RowReferences {

    private static final Set<String> BEFORE_RELATIONS = Set.of("from", "join", "as");

    private final List<Token> tokens;

    private RowReferences(String sql) {
        this.tokens = SqlTokens.meaningful(sql);
    }

    public static RowReferences of(String sql) {
        return new RowReferences(sql);
    }

    /** The names that may be columns. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.get(at).mayName() && !is(at + 1, "(") && !is(at + 1, ".")) {
                names.add(tokens.get(at).name());
            }
        }
        return names;
    }

    /** Whether the expression contains a subquery, whose names may be columns of other tables. */
    public boolean hasQuery() {
        return tokens.stream().anyMatch(token -> token.is("select"));
    }

    /** Whether the expression qualifies a column with the table. */
    public boolean qualifies(String table) {
        for (int at = 0; at < tokens.size(); at++) {
            if (isName(at, table) && is(at + 1, ".")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the expression uses the whole row of the table. */
    public boolean takesWholeRow(String table) {
        for (int at = 0; at < tokens.size(); at++) {
            if (isName(at, table) && !is(at - 1, ".")) {
                boolean alone = !is(at + 1, ".")
                        && !is(at + 1, "(")
                        && (at == 0 || BEFORE_RELATIONS.stream().noneMatch(tokens.get(at - 1)::is));
                if (alone || (is(at + 1, ".") && is(at + 2, "*"))) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * The expression with {@code name} instead of the table, with or without its schema, as the qualifier of columns.
     *
     * @return the expression itself if it cannot be read
     */
    public static String requalified(String sql, QualifiedName table, String name) {
        return qualified(sql, table, Identifier.quote(name) + ".");
    }

    /** The expression without the table as the qualifier of columns. */
    public static String unqualified(String sql, QualifiedName table) {
        return qualified(sql, table, "");
    }

    private static String qualified(String sql, QualifiedName table, String qualifier) {
        List<Token> all = SqlTokens.allOrNone(sql);
        StringBuilder written = new StringBuilder();
        int at = 0;
        while (at < all.size()) {
            boolean schema = is(all, at, table.schema())
                    && symbol(all, at + 1)
                    && is(all, at + 2, table.name())
                    && symbol(all, at + 3);
            int own = schema ? at + 2 : at;
            boolean follows = at > 0 && all.get(at - 1).is(".");
            if (!follows && is(all, own, table.name()) && symbol(all, own + 1)) {
                written.append(qualifier);
                at = own + 2;
            } else {
                written.append(all.get(at).text());
                at++;
            }
        }
        return all.isEmpty() ? sql : written.toString();
    }

    private static boolean is(List<Token> tokens, int at, String name) {
        return at < tokens.size()
                && tokens.get(at).mayName()
                && tokens.get(at).name().equals(name);
    }

    private static boolean symbol(List<Token> tokens, int at) {
        return at < tokens.size() && tokens.get(at).is(".");
    }

    private boolean isName(int at, String name) {
        return is(tokens, at, name);
    }

    private boolean is(int at, String symbol) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(symbol);
    }
}
