package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the relations that a piece of SQL reads or writes, and the functions that it calls, by the position of names in
 * it, including function bodies. A name without a schema is in the default schema, as in migrations. The result may
 * contain too many names, such as that of a WITH query; callers look only for names that the schema contains.
 */
public final class ReferencedNames {

    /** The length of two names with quotes and a dot. */
    private static final int LONGEST_NAME = 260;

    private static final Set<String> BEFORE_RELATIONS = Set.of("from", "join", "into", "update", "table", "using");
    private static final Set<String> ENDS = Set.of(
            "where",
            "group",
            "having",
            "order",
            "limit",
            "offset",
            "fetch",
            "window",
            "union",
            "intersect",
            "except",
            "select",
            "set",
            "values",
            "returning",
            "for");

    private final Set<QualifiedName> names = new TreeSet<>();
    private final Set<QualifiedName> relations = new TreeSet<>();
    private final Set<QualifiedName> functions = new TreeSet<>();
    private final Set<QualifiedName> types = new TreeSet<>();
    private final Set<String> operands = new TreeSet<>();
    private final Set<QualifiedName> quoted = new TreeSet<>();

    private boolean parsedBody;
    private boolean parsed;
    private boolean groups;
    private boolean conflictsByName;

    /** One level of parentheses: whether commas separate relations there, and whether one comes next. */
    private static final class ParenthesisLevel {
        private boolean list;
        private boolean expecting;

        ParenthesisLevel(boolean expecting) {
            this.list = expecting;
            this.expecting = expecting;
        }
    }

    private ReferencedNames() {}

    /** The names in a query or statement; none if it cannot be read. */
    public static ReferencedNames in(String sql) {
        ReferencedNames names = new ReferencedNames();
        names.read(sql);
        boolean creates = sql.regionMatches(true, 0, "create", 0, "create".length());
        names.parsed = names.parsedBody
                || (creates && SqlTokens.meaningful(sql).stream().anyMatch(token -> token.is("return")));
        return names;
    }

    /** All names, and all words that may be names, at any position. */
    public Set<QualifiedName> names() {
        return Collections.unmodifiableSet(names);
    }

    /** The names at positions of relations. */
    public Set<QualifiedName> relations() {
        return Collections.unmodifiableSet(relations);
    }

    /** The names at positions of functions. */
    public Set<QualifiedName> functions() {
        return Collections.unmodifiableSet(functions);
    }

    /** The names, without their qualifiers, that are not at positions of functions or types, nor after AS. */
    public Set<String> operands() {
        return Collections.unmodifiableSet(operands);
    }

    /** The names at positions of types: in casts, and before constants. */
    public Set<QualifiedName> types() {
        return Collections.unmodifiableSet(types);
    }

    /** The names that constants contain, as those of text search configurations do. */
    public Set<QualifiedName> quoted() {
        return Collections.unmodifiableSet(quoted);
    }

    /** Whether it is a routine with a {@code BEGIN ATOMIC} body, whose dependencies the server records. */
    public boolean parsedBody() {
        return parsedBody;
    }

    /**
     * Whether it is a routine whose body the server parses at creation: in {@code BEGIN ATOMIC}, or an expression after
     * {@code RETURN}.
     */
    public boolean parsed() {
        return parsed;
    }

    /** Whether a query in it has a GROUP BY. */
    public boolean groups() {
        return groups;
    }

    /** Whether an ON CONFLICT in it names a constraint. */
    public boolean conflictsByName() {
        return conflictsByName;
    }

    /** Whether the word occurs in it as a name, at any position. */
    public boolean mentions(String word) {
        return names.stream()
                .anyMatch(name -> name.name().equals(word) || name.schema().equals(word));
    }

    private void read(String sql) {
        List<Token> tokens = SqlTokens.meaningful(sql);
        Deque<ParenthesisLevel> levels = new ArrayDeque<>(List.of(new ParenthesisLevel(false)));
        int at = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            ParenthesisLevel level = levels.element();
            parsedBody |= token.is("begin") && is(tokens, at + 1, "atomic");
            groups |= token.is("group") && is(tokens, at + 1, "by");
            conflictsByName |= token.is("on") && is(tokens, at + 1, "constraint");
            if (token.is("(")) {
                levels.push(new ParenthesisLevel(level.expecting));
            } else if (token.is(")")) {
                if (levels.size() > 1) {
                    levels.pop();
                }
                levels.element().expecting = false;
            } else if (token.kind() == TokenKind.CONSTANT || token.kind() == TokenKind.ESCAPED_CONSTANT) {
                body(tokens, at);
            } else if (token.is(",")) {
                level.expecting = level.list;
            } else if (token.mayName()) {
                at = name(tokens, at, level);
                continue;
            }
            at++;
        }
    }

    /** Reads the word or name at the position, and returns the next position. */
    private int name(List<Token> tokens, int at, ParenthesisLevel level) {
        Token token = tokens.get(at);
        if (at > 1
                && is(tokens, at + 1, "from")
                && tokens.get(at - 1).is("(")
                && tokens.get(at - 2).is("extract")) {
            // The field is no name, and no relation follows.
            return at + 2;
        }
        boolean word = token.kind() == TokenKind.WORD;
        if (word && BEFORE_RELATIONS.contains(token.name())) {
            boolean columns = token.is("using") && is(tokens, at + 1, "(");
            boolean comparison = token.is("from")
                    && at > 1
                    && tokens.get(at - 1).is("distinct")
                    && (tokens.get(at - 2).is("is") || tokens.get(at - 2).is("not"));
            level.list = level.list || (!columns && !comparison);
            level.expecting = !columns && !comparison;
            return at + 1;
        }
        if (word && ENDS.contains(token.name())) {
            level.list = false;
            level.expecting = false;
            return at + 1;
        }
        if (level.expecting && (token.is("only") || token.is("lateral"))) {
            return at + 1;
        }
        int end = at + 1;
        QualifiedName name = new QualifiedName(QualifiedName.DEFAULT_SCHEMA, token.name());
        while (is(tokens, end, ".")
                && end + 1 < tokens.size()
                && tokens.get(end + 1).mayName()) {
            name = new QualifiedName(name.name(), tokens.get(end + 1).name());
            end += 2;
        }
        names.add(name);
        if (is(tokens, end, "(")) {
            functions.add(name);
        }
        if (isType(tokens, at, end)) {
            types.add(name);
        } else if (!is(tokens, end, "(")) {
            operands.add(name.name());
        }
        if (level.expecting) {
            relations.add(name);
            level.expecting = false;
        }
        return end;
    }

    /** A dollar-quoted text, or a constant after AS, is the body of a function. */
    private void body(List<Token> tokens, int at) {
        String text = tokens.get(at).text();
        if (text.startsWith("'")) {
            quoted(text.substring(1, text.length() - 1));
        }
        if (text.startsWith("$")) {
            int tag = text.indexOf('$', 1) + 1;
            read(text.substring(tag, text.length() - tag));
        } else if (text.startsWith("'") && at > 0 && tokens.get(at - 1).is("as")) {
            read(text.substring(1, text.length() - 1).replace("''", "'"));
        }
    }

    private void quoted(String text) {
        if (!text.isEmpty() && text.length() < LONGEST_NAME) {
            List<Token> tokens = SqlTokens.allOrNone(text);
            boolean plain = tokens.size() == 1 && tokens.get(0).mayName();
            boolean qualified = tokens.size() == 3
                    && tokens.get(0).mayName()
                    && tokens.get(1).is(".")
                    && tokens.get(2).mayName();
            if (plain || qualified) {
                quoted.add(
                        plain
                                ? new QualifiedName(
                                        QualifiedName.DEFAULT_SCHEMA,
                                        tokens.get(0).name())
                                : new QualifiedName(
                                        tokens.get(0).name(), tokens.get(2).name()));
            }
        }
    }

    private static boolean isType(List<Token> tokens, int from, int to) {
        boolean cast = is(tokens, from - 1, "as") || (is(tokens, from - 1, ":") && is(tokens, from - 2, ":"));
        return cast
                || (to < tokens.size()
                        && tokens.get(to).kind() == TokenKind.CONSTANT
                        && tokens.get(to).text().startsWith("'"));
    }

    private static boolean is(List<Token> tokens, int at, String word) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(word);
    }
}
