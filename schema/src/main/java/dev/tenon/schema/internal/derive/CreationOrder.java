package dev.tenon.schema.internal.derive;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.ReferencedNames;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a SQL-defined object is created before the tables, so that tables may depend on it. */
public final class CreationOrder {

    /** Kinds of objects, besides routines, that defaults, checks and indexes may use. */
    private static final Set<String> USES = Set.of("operator", "cast");

    /** Rare kinds of objects on which others rest; foreign tables have row types that routines may use. */
    private static final Set<String> RARE = Set.of(
            "foreign data wrapper",
            "server",
            "foreign table",
            "conversion",
            "language",
            "access method",
            "operator family",
            "operator class");

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}_$]+");

    private CreationOrder() {}

    /** Whether it creates a type, collation or text search object that columns, parameters and other types may use. */
    static boolean isType(CreateStatement statement) {
        return statement.ofColumns() || statement.kind().startsWith("text search") || RARE.contains(statement.kind());
    }

    /**
     * Types are created before the tables. So are routines, operators and casts, unless they contain the name of a table
     * or view. Of routines only the signature counts, unless the server parses their body at creation.
     */
    public static boolean beforeTables(CreateStatement statement, String create, Collection<QualifiedName> relations) {
        if (isType(statement)) {
            return true;
        }
        boolean uses = USES.contains(statement.kind());
        if (!(statement.routine() || uses)) {
            return false;
        }
        boolean whole = uses || ReferencedNames.in(create).parsed();
        String text = whole ? create : statement.signature();
        Set<String> words = Set.of(NO_WORD.splitAsStream(text).distinct().toArray(String[]::new));
        return relations.stream().map(QualifiedName::name).noneMatch(name -> contains(text, words, name));
    }

    /** A name with other characters than those of words is quoted. */
    private static boolean contains(String text, Set<String> words, String name) {
        return NO_WORD.matcher(name).find() ? text.contains(name.replace("\"", "\"\"")) : words.contains(name);
    }
}
