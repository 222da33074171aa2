package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The head of a CREATE statement.
 *
 * @param kind the words between CREATE and the name, in lower case, for example {@code function} or {@code event trigger}
 * @param orReplace whether it has {@code OR REPLACE}
 * @param name the object's name
 * @param signature what an object that it replaces must have in common with it: the parameters and result of a routine,
 *     the table of a trigger
 * @param on the table of the object; empty if the statement names none
 */
public record CreateStatement(
        String kind, boolean orReplace, QualifiedName name, String signature, Optional<QualifiedName> on) {

    private static final Set<String> FINDABLE = Set.of(
            "function",
            "procedure",
            "aggregate",
            "trigger",
            "rule",
            "event trigger",
            "type",
            "domain",
            "collation",
            "text search configuration",
            "text search dictionary",
            "statistics",
            "publication",
            "foreign data wrapper",
            "server",
            "foreign table",
            "conversion",
            "language",
            "access method",
            "text search parser",
            "text search template",
            "operator family",
            "operator class");
    static final String ALTERATION = "alteration";
    static final String INDEX = "index";
    private static final String ADDED = "add ";

    private static final Set<String> ROUTINES = Set.of("function", "procedure", "aggregate");
    private static final Set<String> OF_COLUMNS = Set.of("type", "domain", "collation");
    private static final Pattern COMPOSITE =
            Pattern.compile("create type \\S+( \\. \\S+)? as \\(", Pattern.CASE_INSENSITIVE);
    private static final Set<String> PARTS = Set.of("trigger", "rule");

    /** Reads the head; empty if the statement does not begin with CREATE and a name. */
    public static Optional<CreateStatement> of(String sql) {
        return new CreateStatementParser(SqlTokens.meaningful(sql)).read();
    }

    /** Whether two statements differ only in blanks and comments. */
    public static boolean same(String sql, String other) {
        return SqlTokens.meaningful(sql).equals(SqlTokens.meaningful(other));
    }

    /** The object's default name in snapshots: its name, for a trigger or rule after that of its table. */
    public QualifiedName ownName() {
        return on.filter(table -> !isIndex())
                .map(table -> table.withName(table.name() + "_" + name.name()))
                .orElse(name);
    }

    /** Whether it creates a function, procedure or aggregate. */
    public boolean routine() {
        return ROUTINES.contains(kind);
    }

    /** Whether it creates no object of its own, but a part of a table that snapshots do not model otherwise. */
    public boolean alters() {
        return kind.equals(ALTERATION) || isIndex();
    }

    /** Whether it creates an index, which only partitions have as SQL-defined objects. */
    public boolean isIndex() {
        return kind.equals(INDEX);
    }

    /** Whether {@code verify} can detect the object. */
    public boolean findable() {
        return alters() || (FINDABLE.contains(kind) && (on.isPresent() || !isOnRelation()));
    }

    /** Whether it creates something that columns can use: a type, a domain or a collation. */
    public boolean ofColumns() {
        return OF_COLUMNS.contains(kind);
    }

    /** Whether it creates a part of a table or view, with a name local to it: a trigger or rule. */
    public boolean isOnRelation() {
        return PARTS.contains(kind);
    }

    /** Whether this statement replaces the object of the other one in place. */
    public boolean takesThePlaceOf(CreateStatement other) {
        return orReplace
                && kind.equals(other.kind)
                && name.equals(other.name)
                && signature.equals(other.signature)
                && on.equals(other.on);
    }

    /** Whether the statement creates a composite type, which also has the name of a relation. */
    public static boolean isCompositeType(String sql) {
        return COMPOSITE.matcher(normalized(sql)).lookingAt();
    }

    /** The statement without blanks and comments between its tokens. */
    public static String normalized(String sql) {
        return SqlTokens.meaningful(sql).stream().map(SqlTokens.Token::text).collect(Collectors.joining(" "));
    }

    /** The role to which a statement that alters something gives it or grants a privilege; empty if it names none. */
    public static Optional<String> recipient(String sql) {
        List<SqlTokens.Token> tokens = SqlTokens.meaningful(sql);
        for (int at = 1; at < tokens.size(); at++) {
            if (tokens.get(at - 1).is("to") && tokens.get(at).mayName()) {
                return Optional.of(tokens.get(at).name());
            }
        }
        return Optional.empty();
    }

    /**
     * The name that a snapshot uses for a constraint that a statement adds to a table.
     *
     * @param name the name of the constraint
     */
    public static String added(String name) {
        return ADDED + name;
    }
}
