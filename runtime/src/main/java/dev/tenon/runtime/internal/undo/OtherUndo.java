package dev.tenon.runtime.internal.undo;

import dev.tenon.runtime.internal.effect.NameParser;
import dev.tenon.runtime.internal.undo.Undo.Source;
import dev.tenon.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** Undo rules for triggers, row-level security and partitions, and for statements that may stay or run again. */
final class OtherUndo {

    private static final String EVENT = "(?:insert|update|delete|truncate)";

    private static final String ROW_SECURITY = """
            SELECT CASE WHEN %1$s THEN ''
                ELSE format('ALTER TABLE %%s %2$s ROW LEVEL SECURITY', oid::regclass) END
            FROM pg_catalog.pg_class
            WHERE oid = to_regclass(?)""";

    private static final String BOUND = """
            SELECT format('ALTER TABLE %s ATTACH PARTITION %s %s', i.inhparent::regclass, c.oid::regclass,
                pg_get_expr(c.relpartbound, c.oid))
            FROM pg_catalog.pg_inherits i
            JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
            WHERE i.inhparent = to_regclass(?) AND i.inhrelid = to_regclass(?)""";

    static final List<UndoRule> RULES = List.of(
            UndoRule.of(
                    "create trigger <name> (?:before|after) " + EVENT + "(?: or " + EVENT + ")* on <name>",
                    OtherUndo::trigger),
            UndoRule.of("create function <name>\\(\\)", OtherUndo::function),
            UndoRule.of("create policy <name> on <name>", OtherUndo::policy),
            UndoRule.of(
                    "alter table <name> enable row level security",
                    head -> rowSecurity(head, ROW_SECURITY.formatted("relrowsecurity", "DISABLE"))),
            UndoRule.of(
                    "alter table <name> force row level security",
                    head -> rowSecurity(head, ROW_SECURITY.formatted("relforcerowsecurity", "NO FORCE"))),
            UndoRule.of("alter table <name> detach partition <name> concurrently", OtherUndo::detach),
            UndoRule.of("update <name> set", OtherUndo::idempotent),
            UndoRule.of("(?:comment on|grant|analyze)", OtherUndo::idempotent),
            UndoRule.of("alter (?:table|index) <name> (?:set|reset) ?\\(", OtherUndo::idempotent),
            UndoRule.of("create (?:schema|extension|role)", OtherUndo::remains),
            UndoRule.of("alter type <name> add value", OtherUndo::remains));

    private OtherUndo() {}

    private static Undo trigger(Matcher head) {
        QualifiedName table = NameParser.parse(head.group(2));
        return new Undo(
                StatementAction.CREATES,
                List.of(new AffectedObject(
                        table.name(), NameParser.parse(head.group(1)).name())),
                Optional.of(table),
                WriteRestriction.ALWAYS,
                Source.of("DROP TRIGGER IF EXISTS " + head.group(1) + " ON " + head.group(2)));
    }

    private static Undo function(Matcher head) {
        return new Undo(
                StatementAction.CREATES,
                List.of(AffectedObject.standalone(
                        NameParser.parse(head.group(1)).name())),
                Optional.empty(),
                WriteRestriction.NONE,
                Source.of("DROP FUNCTION IF EXISTS " + head.group(1) + "()"));
    }

    private static Undo policy(Matcher head) {
        QualifiedName table = NameParser.parse(head.group(2));
        return new Undo(
                StatementAction.CREATES,
                List.of(new AffectedObject(
                        table.name(), NameParser.parse(head.group(1)).name())),
                Optional.of(table),
                WriteRestriction.ALWAYS,
                Source.of("DROP POLICY IF EXISTS " + head.group(1) + " ON " + head.group(2)));
    }

    private static Undo rowSecurity(Matcher head, String query) {
        QualifiedName table = NameParser.parse(head.group(1));
        return new Undo(
                StatementAction.ALTERS,
                List.of(new AffectedObject(table.name(), "row level security")),
                Optional.of(table),
                WriteRestriction.ALWAYS,
                Source.ofQuery(query, head.group(1)));
    }

    private static Undo detach(Matcher head) {
        QualifiedName partition = NameParser.parse(head.group(2));
        return new Undo(
                StatementAction.ALTERS,
                List.of(AffectedObject.standalone(partition.name())),
                Optional.of(NameParser.parse(head.group(1))),
                WriteRestriction.ALWAYS,
                Source.ofQuery(BOUND, head.group(1), head.group(2)));
    }

    private static Undo remains(Matcher head) {
        return new Undo(StatementAction.REMAINS, List.of(), Optional.empty(), WriteRestriction.NONE, Source.of());
    }

    /** The statement is idempotent. */
    static Undo idempotent(Matcher head) {
        return Undo.NOTHING;
    }
}
