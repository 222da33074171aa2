package dev.tenon.runtime.internal.history;

import dev.tenon.runtime.internal.undo.StepUndos;
import dev.tenon.runtime.internal.undo.Undo;
import dev.tenon.runtime.migrate.StepKind;
import dev.tenon.schema.internal.sql.parse.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Collects the undo statements of a step while it runs. Manual parts have none. */
public final class UndoNotes {

    private final List<String> statements = new ArrayList<>();
    private final StepUndos reader = new StepUndos();
    private boolean isPossible;

    /** Creates notes for a step of that kind. */
    public UndoNotes(StepKind kind) {
        this.isPossible = kind == StepKind.GENERATED;
    }

    /** Creates notes for a step of one statement, which runs next. */
    public static UndoNotes of(SqlStatement statement, StepKind kind, Connection connection) throws SQLException {
        UndoNotes notes = new UndoNotes(kind);
        Optional<Undo> undo = notes.of(statement);
        if (undo.isPresent()) {
            notes.add(undo.get(), connection);
        }
        return notes;
    }

    /** Returns the undo of the statement before it runs; empty if the step cannot be undone. */
    public Optional<Undo> of(SqlStatement statement) {
        if (!isPossible) {
            return Optional.empty();
        }
        Optional<Undo> undo = reader.next(statement.text()).filter(Undo::isPossible);
        isPossible = undo.isPresent();
        return undo;
    }

    /** Adds the undo of the statement that runs next. */
    public void add(Undo undo, Connection connection) throws SQLException {
        Optional<List<String>> undoing = undo.statements(connection);
        isPossible = undoing.isPresent();
        statements.addAll(0, undoing.orElse(List.of()));
    }

    /** Returns the undo statements of the step in order; empty if it cannot be undone. */
    public Optional<List<String>> statements() {
        return isPossible ? Optional.of(Collections.unmodifiableList(statements)) : Optional.empty();
    }
}
