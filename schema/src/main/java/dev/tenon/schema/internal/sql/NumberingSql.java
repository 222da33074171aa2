package dev.tenon.schema.internal.sql;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.SequenceOptions;
import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes SQL that lets a column with a new source of numbers continue after the numbers that were already assigned,
 * whether or not they are in rows. It runs while writes to the table are blocked.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions-sequence.html">Sequence functions</a>
 */
public final class NumberingSql {

    /** Renames the old sequence. The lock of the statement blocks nextval in other sessions. */
    private static final String RENAME_OLD =
            "    EXECUTE format('ALTER SEQUENCE %s RENAME TO %I', old, left((SELECT relname FROM pg_class WHERE oid = old), 40)"
                    + " || '_tenon_old');\n";

    private NumberingSql() {}

    /**
     * Lets the new identity of a column continue after the existing numbers.
     *
     * @param former the sequences that assigned the numbers so far
     */
    public static Optional<String> seedIdentity(
            QualifiedName table, Column column, ColumnDefault.Identity identity, List<Sequence> former) {
        return seed(
                identitySequence(table, column.name()),
                identity.options(),
                identity.options().first(column.type()),
                last(table, column, identity.options(), former));
    }

    /**
     * Lets a new sequence that becomes the source of a column's numbers continue after the existing ones.
     *
     * @param former the sequences that assigned the numbers so far
     */
    public static Optional<String> seedSequence(
            Sequence sequence, QualifiedName table, Column column, List<Sequence> former) {
        return seed(
                regclass(Identifier.quote(sequence.name())),
                sequence.options(),
                sequence.options().first(sequence.type()),
                last(table, column, sequence.options(), former));
    }

    private static Optional<String> seed(String sequence, SequenceOptions options, long first, List<String> last) {
        boolean up = options.increment() > 0;
        return last.isEmpty()
                ? Optional.empty()
                : Optional.of("SELECT setval(" + sequence + ", last::bigint)\nFROM (SELECT "
                        + (up ? "greatest(" : "least(") + String.join(", ", last) + ") AS last) AS numbers\nWHERE last "
                        + (up ? ">= " : "<= ") + first);
    }

    /** Lets a new sequence continue after the column's identity, which still exists. */
    public static String seedFromIdentity(
            Sequence sequence, QualifiedName table, Column column, ColumnDefault.Identity identity) {
        boolean up = sequence.options().increment() > 0;
        boolean same = up == identity.options().increment() > 0;
        String rows = String.join("", inRows(table, column, sequence.options()));
        String of = up ? "greatest(" : "least(";
        return "DO "
                + Literal.dollar("DECLARE\n    last numeric;\nBEGIN\n    LOCK TABLE " + Identifier.quote(table)
                        + " IN ACCESS EXCLUSIVE MODE;\n"
                        + (same
                                ? "    EXECUTE format("
                                        + Literal.text("SELECT "
                                                        + standing(identity.options()
                                                                .increment()) + " FROM %s")
                                                .strip()
                                        + ", " + identitySequence(table, column.name()) + ") INTO last;\n"
                                : "")
                        + (rows.isEmpty() ? "" : "    last := " + of + "last, " + rows + ");\n")
                        + "    IF last " + (up ? ">= " : "<= ")
                        + sequence.options().first(sequence.type()) + " THEN\n        PERFORM setval("
                        + regclass(Identifier.quote(sequence.name())) + ", last::bigint);\n    END IF;\nEND");
    }

    /** Renames the sequence of the identity, so that a new sequence can have its name. */
    public static String setAsideIdentity(QualifiedName table, String column) {
        return "DO "
                + Literal.dollar("DECLARE\n    old regclass := " + identitySequence(table, column) + ";\nBEGIN\n"
                        + RENAME_OLD + "END");
    }

    /** Lets the identity of the new column continue after that of the old one, with a sequence of the same name. */
    public static String handOnIdentity(QualifiedName table, String before, String after) {
        return "DO "
                + Literal.dollar("DECLARE\n    old regclass := " + identitySequence(table, before)
                        + ";\n    fresh regclass := " + identitySequence(table, after)
                        + ";\n    name text := (SELECT relname FROM pg_class WHERE oid = old);\n"
                        + "    last bigint;\n    called boolean;\nBEGIN\n" + RENAME_OLD
                        + "    EXECUTE format('SELECT last_value, is_called FROM %s', old) INTO last, called;\n"
                        + "    PERFORM setval(fresh, last, called);\n"
                        + "    EXECUTE format('ALTER SEQUENCE %s RENAME TO %I', fresh, name);\nEND");
    }

    private static List<String> last(
            QualifiedName table, Column column, SequenceOptions options, List<Sequence> former) {
        List<String> last = new ArrayList<>(inRows(table, column, options));
        for (Sequence each : former) {
            if (each.options().increment() > 0 == options.increment() > 0) {
                last.add("(SELECT " + standing(each.options().increment()) + " FROM " + Identifier.quote(each.name())
                        + ")");
            }
        }
        return last;
    }

    private static List<String> inRows(QualifiedName table, Column column, SequenceOptions options) {
        return SequenceOptions.canCount(column.type())
                ? List.of("(SELECT " + (options.increment() > 0 ? "max(" : "min(") + Identifier.quote(column.name())
                        + ") FROM " + Identifier.quote(table) + ")")
                : List.of();
    }

    /** The last number that was assigned; if there is none, the one before the first. */
    private static String standing(long increment) {
        return "CASE WHEN is_called THEN last_value ELSE last_value::numeric - (" + increment + ") END";
    }

    /** The sequence of a column's identity; the column may own other sequences as well. */
    private static String identitySequence(QualifiedName table, String column) {
        String owner = regclass(Identifier.quote(table));
        return "(SELECT objid::regclass FROM pg_depend WHERE classid = 'pg_class'::regclass"
                + " AND refclassid = 'pg_class'::regclass AND deptype = 'i' AND refobjid = " + owner
                + " AND refobjsubid = (SELECT attnum FROM pg_attribute WHERE attrelid = " + owner + " AND attname = "
                + Literal.text(column).strip() + "))";
    }

    private static String regclass(String quoted) {
        return Literal.text(quoted).strip() + "::regclass";
    }
}
