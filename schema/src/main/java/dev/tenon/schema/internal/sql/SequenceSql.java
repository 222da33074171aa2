package dev.tenon.schema.internal.sql;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.SequenceOptions;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes statements about sequences.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createsequence.html">CREATE SEQUENCE</a>
 */
public final class SequenceSql {

    private SequenceSql() {}

    /** The sequence without its owner, whose table may not exist yet. */
    public static String create(Sequence sequence) {
        String type = sequence.type().equals(ColumnType.builtin("bigint")) ? "" : " AS " + sequence.type();
        String options = options(sequence.options());
        return "CREATE SEQUENCE " + Identifier.quote(sequence.name()) + type + (options.isEmpty() ? "" : " " + options);
    }

    /**
     * Changes the type and options. The current value stays, and the server rejects a range that does not contain it.
     */
    public static String alter(Sequence sequence) {
        return "ALTER SEQUENCE " + Identifier.quote(sequence.name()) + " AS " + sequence.type() + " "
                + String.join(" ", all(sequence.options(), sequence.type()));
    }

    public static String setOwner(QualifiedName sequence, Optional<Sequence.Owner> owner) {
        String column = owner.map(each -> Identifier.quote(each.table()) + "." + Identifier.quote(each.column()))
                .orElse("NONE");
        return "ALTER SEQUENCE " + Identifier.quote(sequence) + " OWNED BY " + column;
    }

    public static String drop(QualifiedName sequence) {
        return "DROP SEQUENCE " + Identifier.quote(sequence);
    }

    public static String rename(QualifiedName sequence, String name) {
        return "ALTER SEQUENCE " + Identifier.quote(sequence) + " RENAME TO " + Identifier.quote(name);
    }

    public static String comment(QualifiedName sequence, Optional<String> comment) {
        return CommentSql.on("SEQUENCE " + Identifier.quote(sequence), comment);
    }

    /** The options that differ from PostgreSQL's defaults; empty if none does. */
    public static String options(SequenceOptions options) {
        List<String> words = new ArrayList<>();
        options.start().ifPresent(start -> words.add("START WITH " + start));
        if (options.increment() != 1) {
            words.add("INCREMENT BY " + options.increment());
        }
        options.min().ifPresent(min -> words.add("MINVALUE " + min));
        options.max().ifPresent(max -> words.add("MAXVALUE " + max));
        if (options.cache() != 1) {
            words.add("CACHE " + options.cache());
        }
        if (options.cycle()) {
            words.add("CYCLE");
        }
        return String.join(" ", words);
    }

    /** All options, so that no old option remains. */
    static List<String> all(SequenceOptions options, ColumnType type) {
        return List.of(
                "INCREMENT BY " + options.increment(),
                options.min().map(min -> "MINVALUE " + min).orElse("NO MINVALUE"),
                options.max().map(max -> "MAXVALUE " + max).orElse("NO MAXVALUE"),
                "START WITH " + options.first(type),
                "CACHE " + options.cache(),
                options.cycle() ? "CYCLE" : "NO CYCLE");
    }
}
