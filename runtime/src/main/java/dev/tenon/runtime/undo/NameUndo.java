package dev.tenon.runtime.undo;

import dev.tenon.runtime.effect.SqlNames;
import dev.tenon.runtime.undo.Undo.Source;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.sql.Identifier;
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
        QualifiedName table = SqlNames.parse(head.group(1));
        return new Undo(
                Way.RENAMES,
                List.of(
                        new Member(table.name(), SqlNames.parse(head.group(3)).name()),
                        new Member(table.name(), SqlNames.parse(head.group(4)).name())),
                Optional.of(table),
                Restraint.ALWAYS,
                Source.of("ALTER TABLE " + head.group(1) + " RENAME " + head.group(2) + " " + head.group(4) + " TO "
                        + head.group(3)));
    }

    private static Undo label(Matcher head) {
        return new Undo(
                Way.CHANGES,
                List.of(Member.alone(SqlNames.parse(head.group(1)).name())),
                Optional.empty(),
                Restraint.ALWAYS,
                Source.of("ALTER TYPE " + head.group(1) + " RENAME VALUE " + head.group(3) + " TO " + head.group(2)));
    }

    private static Undo object(Matcher head) {
        QualifiedName before = SqlNames.parse(head.group(2));
        QualifiedName after = before.withName(SqlNames.parse(head.group(3)).name());
        return new Undo(
                Way.RENAMES,
                List.of(Member.alone(before.name()), Member.alone(after.name())),
                Optional.of(before),
                head.group(1).equalsIgnoreCase("index") ? Restraint.NONE : Restraint.ALWAYS,
                Source.of("ALTER " + head.group(1) + " " + Identifier.quote(after) + " RENAME TO "
                        + Identifier.quote(before.name())));
    }

    private static Undo moved(Matcher head) {
        QualifiedName before = SqlNames.parse(head.group(2));
        QualifiedName after = new QualifiedName(SqlNames.parse(head.group(3)).name(), before.name());
        return new Undo(
                Way.RENAMES,
                List.of(Member.alone(before.name())),
                Optional.of(before),
                Restraint.ALWAYS,
                Source.of("ALTER " + head.group(1) + " " + Identifier.quote(after) + " SET SCHEMA "
                        + Identifier.quote(before.schema())));
    }
}
