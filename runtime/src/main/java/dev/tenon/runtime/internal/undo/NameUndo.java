package dev.tenon.runtime.internal.undo;

import dev.tenon.runtime.internal.effect.NameParser;
import dev.tenon.runtime.internal.undo.Undo.Source;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** Undo rules for renames. */
final class NameUndo {

    private static final String OBJECT = "alter (table|view|materialized view|index|sequence|type|domain) <name> ";

    static final List<UndoRule> RULES = List.of(
            UndoRule.of("alter table <name> rename (column|constraint) <name> to <name>", NameUndo::member),
            UndoRule.of("alter type <name> rename value <text> to <text>", NameUndo::label),
            UndoRule.of(OBJECT + "rename to <name>", NameUndo::object),
            UndoRule.of(OBJECT + "set schema <name>", NameUndo::moved));

    private NameUndo() {}

    private static Undo member(Matcher head) {
        QualifiedName table = NameParser.parse(head.group(1));
        return new Undo(
                StatementAction.RENAMES,
                List.of(
                        new AffectedObject(
                                table.name(), NameParser.parse(head.group(3)).name()),
                        new AffectedObject(
                                table.name(), NameParser.parse(head.group(4)).name())),
                Optional.of(table),
                WriteRestriction.ALWAYS,
                Source.of("ALTER TABLE " + head.group(1) + " RENAME " + head.group(2) + " " + head.group(4) + " TO "
                        + head.group(3)));
    }

    private static Undo label(Matcher head) {
        return new Undo(
                StatementAction.ALTERS,
                List.of(AffectedObject.standalone(
                        NameParser.parse(head.group(1)).name())),
                Optional.empty(),
                WriteRestriction.ALWAYS,
                Source.of("ALTER TYPE " + head.group(1) + " RENAME VALUE " + head.group(3) + " TO " + head.group(2)));
    }

    private static Undo object(Matcher head) {
        QualifiedName before = NameParser.parse(head.group(2));
        QualifiedName after = before.withName(NameParser.parse(head.group(3)).name());
        return new Undo(
                StatementAction.RENAMES,
                List.of(AffectedObject.standalone(before.name()), AffectedObject.standalone(after.name())),
                Optional.of(before),
                head.group(1).equalsIgnoreCase("index") ? WriteRestriction.NONE : WriteRestriction.ALWAYS,
                Source.of("ALTER " + head.group(1) + " " + Identifier.quote(after) + " RENAME TO "
                        + Identifier.quote(before.name())));
    }

    private static Undo moved(Matcher head) {
        QualifiedName before = NameParser.parse(head.group(2));
        QualifiedName after = new QualifiedName(NameParser.parse(head.group(3)).name(), before.name());
        return new Undo(
                StatementAction.RENAMES,
                List.of(AffectedObject.standalone(before.name())),
                Optional.of(before),
                WriteRestriction.ALWAYS,
                Source.of("ALTER " + head.group(1) + " " + Identifier.quote(after) + " SET SCHEMA "
                        + Identifier.quote(before.schema())));
    }
}
