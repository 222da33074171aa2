package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the columns that a query or expression qualifies with a relation or an alias, where only one relation can be
 * meant: the qualifier is introduced once, after {@code FROM} or {@code JOIN}, or is the table of the expression and
 * introduced nowhere. A name without a schema is in the default schema, as in migrations.
 */
public final class QualifiedColumns {

    /** The words before names that are not columns. */
    private static final Set<String> BEFORE_OTHERS = Set.of("from", "join", "into", "update", "collate", "as", ".");

    private final List<Token> tokens;
    private final Map<String, QualifiedName> relations = new HashMap<>();
    private final Set<String> ambiguous = new LinkedHashSet<>();

    /**
     * A qualified column.
     *
     * @param qualifier the name before the dot
     * @param relation the relation that the qualifier means
     * @param column the name after the dot, unquoted and in lower case
     */
    public record QualifiedColumn(String qualifier, QualifiedName relation, String column) {}

    private QualifiedColumns(String sql) {
        this.tokens = SqlTokens.meaningful(sql);
    }

    /** The qualified columns of a query, in their order. */
    public static Set<QualifiedColumn> ofQuery(String sql) {
        return new QualifiedColumns(sql).find(Optional.empty());
    }

    /** The qualified columns of an expression over the rows of a table, in their order. */
    public static Set<QualifiedColumn> ofExpression(String sql, QualifiedName table) {
        return new QualifiedColumns(sql).find(Optional.of(table));
    }

    private Set<QualifiedColumn> find(Optional<QualifiedName> table) {
        for (int at = 0; at < tokens.size(); at++) {
            if (is(at, "from") || is(at, "join")) {
                introduce(is(at + 1, "only") ? at + 2 : at + 1);
            }
        }
        relations.keySet().removeIf(name -> ambiguous.contains(name) || introductions(name) != 1);
        table.filter(own -> introductions(own.name()) == 0).ifPresent(own -> relations.put(own.name(), own));
        Set<QualifiedColumn> columns = new LinkedHashSet<>();
        for (int at = 0; at + 2 < tokens.size(); at++) {
            QualifiedName relation = isName(at) ? relations.get(tokens.get(at).name()) : null;
            if (relation != null && isQualifiedColumn(at)) {
                columns.add(new QualifiedColumn(
                        tokens.get(at).name(), relation, tokens.get(at + 2).name()));
            }
        }
        return columns;
    }

    /** Records the relation at the position, under its alias or its own name. */
    private void introduce(int at) {
        if (!isName(at)) {
            return;
        }
        boolean qualified = is(at + 1, ".") && isName(at + 2);
        QualifiedName relation = qualified
                ? new QualifiedName(tokens.get(at).name(), tokens.get(at + 2).name())
                : new QualifiedName(QualifiedName.DEFAULT_SCHEMA, tokens.get(at).name());
        int next = qualified ? at + 3 : at + 1;
        int alias = is(next, "as") ? next + 1 : next;
        boolean named = isName(alias) && (is(next, "as") || !TokenLists.isKeyword(tokens.get(alias)));
        String name = named ? tokens.get(alias).name() : relation.name();
        if (!qualified && isQueryName(relation.name())) {
            ambiguous.add(name);
        }
        // A function, a qualified name of three parts, or names for the columns.
        if (is(next, "(") || is(next, ".") || (named && is(alias + 1, "(")) || relations.put(name, relation) != null) {
            ambiguous.add(name);
        }
    }

    /** Whether a WITH query may have the name: the name before {@code AS (}, perhaps after names for its columns. */
    private boolean isQueryName(String name) {
        for (int at = 0; at < tokens.size(); at++) {
            if (isName(at) && tokens.get(at).name().equals(name) && !is(at - 1, ".")) {
                int next = at + 1;
                if (is(next, "(")) {
                    while (next < tokens.size() && !is(next, ")")) {
                        next++;
                    }
                    next++;
                }
                if (is(next, "as") && (is(next + 1, "(") || is(next + 1, "materialized") || is(next + 1, "not"))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How often the name occurs other than as a qualifier. */
    private long introductions(String name) {
        long count = 0;
        for (int at = 0; at < tokens.size(); at++) {
            if (isName(at) && tokens.get(at).name().equals(name) && !is(at + 1, ".")) {
                count++;
            }
        }
        return count;
    }

    private boolean isQualifiedColumn(int at) {
        Token column = tokens.get(at + 2);
        return is(at + 1, ".")
                && column.kind() == TokenKind.WORD
                && ExpressionKeywords.namesColumn(column.name())
                && BEFORE_OTHERS.stream().noneMatch(word -> is(at - 1, word))
                && !(is(at - 1, ":") && is(at - 2, ":"))
                && !isFollowed(at + 3);
    }

    /** Whether the name before the position is that of a function, a type or a qualifier. */
    private boolean isFollowed(int at) {
        return is(at, "(")
                || is(at, ".")
                || (at < tokens.size()
                        && (tokens.get(at).kind() == TokenKind.CONSTANT
                                || tokens.get(at).kind() == TokenKind.ESCAPED_CONSTANT));
    }

    private boolean isName(int at) {
        return at < tokens.size() && tokens.get(at).mayName();
    }

    private boolean is(int at, String word) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(word);
    }
}
