package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the relations of a FROM clause and the names that it gives them. A name without a schema is in the default
 * schema, as in migrations. Functions, queries in parentheses and WITH queries are no relations.
 */
final class JoinedRelations {

    private static final Set<String> QUERIES = Set.of("select", "with", "values");

    private final List<Token> tokens;
    private final Set<String> queries;
    private final Map<String, QualifiedName> found = new HashMap<>();

    private JoinedRelations(List<Token> tokens, Set<String> queries) {
        this.tokens = tokens;
        this.queries = queries;
    }

    /**
     * The relations by their names in the query.
     *
     * @param from the tokens after FROM
     * @param statement the tokens of the statement around it, with its WITH queries
     */
    static Map<String, QualifiedName> in(List<Token> from, List<Token> statement) {
        JoinedRelations relations = new JoinedRelations(from, withQueries(statement));
        relations.read();
        return relations.found;
    }

    private void read() {
        boolean expecting = true;
        int at = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (token.is(",") || token.is("join")) {
                expecting = true;
            } else if (token.kind() == TokenKind.OPEN) {
                boolean query = at + 1 < tokens.size() && QUERIES.stream().anyMatch(tokens.get(at + 1)::is);
                at = expecting && !query ? at : TokenLists.closing(tokens, at);
                expecting &= !query;
            } else if (expecting && token.mayName() && !token.is("only") && !token.is("lateral")) {
                at = relation(at) - 1;
                expecting = false;
            }
            at++;
        }
    }

    /** Reads the relation and its alias, and returns the position after it. */
    private int relation(int at) {
        boolean qualified = is(at + 1, ".") && isName(at + 2);
        QualifiedName relation = qualified
                ? new QualifiedName(tokens.get(at).name(), tokens.get(at + 2).name())
                : new QualifiedName(QualifiedName.DEFAULT_SCHEMA, tokens.get(at).name());
        int next = qualified ? at + 3 : at + 1;
        if (is(next, "(") || is(next, ".")) {
            return next;
        }
        next = is(next, "*") ? next + 1 : next;
        int alias = is(next, "as") ? next + 1 : next;
        boolean named = isName(alias) && (is(next, "as") || !TokenLists.isKeyword(tokens.get(alias)));
        if (qualified || !queries.contains(relation.name())) {
            found.put(named ? tokens.get(alias).name() : relation.name(), relation);
        }
        return named ? alias + 1 : next;
    }

    /** The names before {@code AS (}, perhaps after names of columns. */
    private static Set<String> withQueries(List<Token> statement) {
        Set<String> names = new HashSet<>();
        for (int at = 0; at + 2 < statement.size(); at++) {
            if (statement.get(at).mayName()) {
                int next = statement.get(at + 1).is("(") ? TokenLists.closing(statement, at + 1) + 1 : at + 1;
                boolean as = next + 1 < statement.size() && statement.get(next).is("as");
                if (as
                        && (statement.get(next + 1).is("(")
                                || statement.get(next + 1).is("not")
                                || statement.get(next + 1).is("materialized"))) {
                    names.add(statement.get(at).name());
                }
            }
        }
        return names;
    }

    private boolean isName(int at) {
        return at < tokens.size() && tokens.get(at).mayName();
    }

    private boolean is(int at, String word) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(word);
    }
}
