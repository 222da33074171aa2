package dev.tenon.runtime.migrate;

import dev.tenon.runtime.undo.Undo;
import dev.tenon.runtime.undo.Undos;
import dev.tenon.schema.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Notes what undoes the statements of a step while it runs, for the history. Nothing is known to undo what is written by hand. */
final class UndoNotes {

    private final List<String> statements = new ArrayList<>();
    private boolean possible;

    /** For a step of that kind. */
    UndoNotes(StepKind kind) {
        this.possible = kind == StepKind.GENERATED;
    }

    /** For a step that is this one statement, which runs next. */
    static UndoNotes of(SqlStatement statement, StepKind kind, Connection connection) throws SQLException {
        UndoNotes notes = new UndoNotes(kind);
        Optional<Undo> undo = notes.of(statement);
        if (undo.isPresent()) {
            notes.add(undo.get(), connection);
        }
        return notes;
    }

    /** What must be known of the statement before it runs; empty once it is clear that the step cannot be taken back. */
    Optional<Undo> of(SqlStatement statement) {
        if (!possible) {
            return Optional.empty();
        }
        Optional<Undo> undo = Undos.of(statement.text()).filter(Undo::possible);
        possible = undo.isPresent();
        return undo;
    }

    /** Notes what undoes a statement that runs next. */
    void add(Undo undo, Connection connection) throws SQLException {
        Optional<List<String>> undoing = undo.statements(connection);
        possible = undoing.isPresent();
        statements.addAll(0, undoing.orElse(List.of()));
    }

    /** The statements that undo the step, in their order; empty if nothing undoes it. */
    Optional<List<String>> statements() {
        return possible ? Optional.of(Collections.unmodifiableList(statements)) : Optional.empty();
    }
}
