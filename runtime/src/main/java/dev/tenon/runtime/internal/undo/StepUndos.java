package dev.tenon.runtime.internal.undo;

import dev.tenon.runtime.internal.effect.NameParser;
import dev.tenon.runtime.internal.effect.StatementPattern;
import dev.tenon.schema.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the undos of the statements of a step in order. A change of a table that the step created needs no undo of its
 * own.
 */
public final class StepUndos {

    /** Statements that affect only the object of the first name. */
    private static final List<StatementPattern> ON_ONE_OBJECT = List.of(
            new StatementPattern(
                    "alter table(?: only)? (?!only\\b)<name> (?:replica identity|alter column|owner to|disable|no force)"),
            new StatementPattern("revoke [^()]* on (?:table|sequence|schema) <name>"));

    private final Set<QualifiedName> createdTables = new HashSet<>();

    /** Returns the undo of the next statement; empty if it has none or is unknown. */
    public Optional<Undo> next(String sql) {
        Optional<Undo> undo = UndoRegistry.of(sql);
        undo.flatMap(Undo::createdTable).ifPresent(createdTables::add);
        return undo.isEmpty() && isOnCreatedTable(sql) ? Optional.of(Undo.NOTHING) : undo;
    }

    private boolean isOnCreatedTable(String sql) {
        return ON_ONE_OBJECT.stream()
                .flatMap(head -> head.match(sql).stream())
                .anyMatch(head -> createdTables.contains(NameParser.parse(head.group(1))));
    }
}
