package dev.tenon.runtime.internal.undo;

import dev.tenon.runtime.internal.undo.Undo.Source;
import java.util.List;
import java.util.regex.Matcher;

/** Undo rules for changes of constraints. */
final class ConstraintUndo {

    private static final String TABLE = "alter table(?: only)? (?!only\\b)<name> ";

    /** A check or foreign key applies to new rows at once; a key would need an index build. */
    private static final String DEFINITION = """
            SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s%s', conrelid::regclass, conname,
                pg_get_constraintdef(oid), CASE WHEN convalidated THEN ' NOT VALID' ELSE '' END)
            FROM pg_catalog.pg_constraint
            WHERE conname = (parse_ident(?))[1] AND conrelid = to_regclass(?) AND contype IN ('c', 'f')""";

    static final List<UndoRule> RULES = List.of(
            UndoRule.of(TABLE + "add constraint <name>", ConstraintUndo::add),
            UndoRule.of(TABLE + "drop constraint (?!if\\b)<name>", ConstraintUndo::drop),
            UndoRule.of(TABLE + "validate constraint <name>", OtherUndo::idempotent));

    private ConstraintUndo() {}

    private static Undo add(Matcher head) {
        return ColumnUndo.of(
                StatementAction.CREATES,
                head,
                WriteRestriction.ALWAYS,
                Source.of("ALTER TABLE " + head.group(1) + " DROP CONSTRAINT IF EXISTS " + head.group(2)));
    }

    private static Undo drop(Matcher head) {
        return ColumnUndo.of(
                StatementAction.DROPS,
                head,
                WriteRestriction.ON_EXISTING,
                Source.ofQuery(DEFINITION, head.group(2), head.group(1)));
    }
}
