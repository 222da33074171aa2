package dev.tenon.schema.sql;

import dev.tenon.schema.QualifiedName;
import java.util.Optional;
import java.util.Set;

/**
 * What the head of a CREATE statement says about the object that it makes.
 *
 * @param kind the words between CREATE and the name, in lower case, for example {@code function} or {@code event trigger}
 * @param orReplace whether it may take the place of another
 * @param name the object's name
 * @param signature what else it must have in common with another to take its place: a routine its parameters and result, a
 *     trigger its table
 * @param on the table that it is made on; empty where that is said of none
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
            "publication");
    private static final Set<String> ROUTINES = Set.of("function", "procedure", "aggregate");
    private static final Set<String> OF_COLUMNS = Set.of("type", "domain", "collation");
    private static final Set<String> PARTS = Set.of("trigger", "rule");

    /** Reads the head; empty if the statement does not begin with CREATE and a name. */
    public static Optional<CreateStatement> of(String sql) {
        return new CreateHead(SqlTokens.meaningful(sql)).read();
    }

    /** Whether two statements are the same but for blanks and comments. */
    public static boolean same(String sql, String other) {
        return SqlTokens.meaningful(sql).equals(SqlTokens.meaningful(other));
    }

    /** Whether it makes something that is called with arguments. */
    public boolean routine() {
        return ROUTINES.contains(kind);
    }

    /** Whether {@code verify} can tell that the object is there. */
    public boolean findable() {
        return FINDABLE.contains(kind) && (on.isPresent() || !isOnRelation());
    }

    /** Whether it makes what columns are of: a type, a domain or a collation. */
    public boolean ofColumns() {
        return OF_COLUMNS.contains(kind);
    }

    /** Whether it makes what is part of a table or view, and has its name there: a trigger or rule. */
    public boolean isOnRelation() {
        return PARTS.contains(kind);
    }

    /** Whether this statement can be run where the other one was, and takes its place. */
    public boolean takesThePlaceOf(CreateStatement other) {
        return orReplace
                && kind.equals(other.kind)
                && name.equals(other.name)
                && signature.equals(other.signature)
                && on.equals(other.on);
    }
}
