package dev.tenon.runtime.internal.undo;

import dev.tenon.runtime.internal.effect.NameParser;
import dev.tenon.runtime.internal.undo.Undo.Source;
import dev.tenon.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Undo rules for changes of columns. */
final class ColumnUndo {

    private static final String ALTER = "alter table(?: only)? (?!only\\b)<name> alter column <name>";

    /** A partition may have its own default, which a default for all partitions replaces. */
    private static final String DEFAULT = """
            SELECT format('ALTER TABLE ONLY %s ALTER COLUMN %I %s', a.attrelid::regclass, a.attname,
                coalesce('SET DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), 'DROP DEFAULT'))
            FROM pg_catalog.pg_attribute a
            LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attname = (parse_ident(?))[1] AND NOT a.attisdropped AND a.attgenerated = ''
              AND a.attidentity = ''
              AND (a.attrelid = to_regclass(?) OR a.attrelid IN (SELECT relid FROM pg_partition_tree(to_regclass(?))))
            ORDER BY a.attrelid""";

    private static final String NOT_NULL = """
            SELECT CASE WHEN attnotnull THEN ''
                ELSE format('ALTER TABLE %s ALTER COLUMN %I DROP NOT NULL', attrelid::regclass, attname) END
            FROM pg_catalog.pg_attribute
            WHERE attname = (parse_ident(?))[1] AND NOT attisdropped AND attrelid = to_regclass(?)""";

    /** A value is required or computed, so rows may be rejected. */
    private static final Pattern RESTRICTIVE = Pattern.compile("(?i)\\b(?:not\\s+null|generated)\\b");

    static final List<UndoRule> RULES = List.of(
            UndoRule.of("alter table <name> add column <name>", ColumnUndo::add),
            UndoRule.of(ALTER + " (?:set|drop) default", ColumnUndo::defaultValue),
            UndoRule.of(ALTER + " set not null", ColumnUndo::notNull),
            UndoRule.of(ALTER + " type(?! .*\\busing\\b)", ColumnUndo::type),
            UndoRule.of(ALTER + " (?:drop not null|set (?:storage|compression|statistics))", OtherUndo::idempotent));

    private ColumnUndo() {}

    private static Undo add(Matcher head) {
        boolean demanding =
                RESTRICTIVE.matcher(head.group().substring(head.end(2))).find();
        return of(
                StatementAction.CREATES,
                head,
                demanding ? WriteRestriction.ALWAYS : WriteRestriction.NONE,
                Source.of("ALTER TABLE " + head.group(1) + " DROP COLUMN IF EXISTS " + head.group(2)));
    }

    private static Undo defaultValue(Matcher head) {
        String table = head.group(1);
        return of(
                StatementAction.ALTERS,
                head,
                WriteRestriction.ON_EXISTING,
                Source.ofQuery(DEFAULT, head.group(2), table, table));
    }

    /** A wider type rejects nothing and stays; changing to the same type has no effect. */
    private static Undo type(Matcher head) {
        return of(StatementAction.IDEMPOTENT, head, WriteRestriction.NONE, Source.of());
    }

    private static Undo notNull(Matcher head) {
        return of(
                StatementAction.ALTERS,
                head,
                WriteRestriction.ALWAYS,
                Source.ofQuery(NOT_NULL, head.group(2), head.group(1)));
    }

    /** Creates the undo for a member (the second name) of a table (the first name). */
    static Undo of(StatementAction action, Matcher head, WriteRestriction restriction, Source source) {
        QualifiedName table = NameParser.parse(head.group(1));
        String member = NameParser.parse(head.group(2)).name();
        return new Undo(
                action, List.of(new AffectedObject(table.name(), member)), Optional.of(table), restriction, source);
    }
}
