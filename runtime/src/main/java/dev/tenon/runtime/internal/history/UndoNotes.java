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

/** Notes what undoes the statements of a step while it runs, for the history. Nothing is known to undo what is written by hand. */
public final class UndoNotes {

    private final List<String> statements = new ArrayList<>();
    private final StepUndos reader = new StepUndos();
    private boolean possible;

    /** For a step of that kind. */
    public UndoNotes(StepKind kind) {
        this.possible = kind == StepKind.GENERATED;
    }

    /** For a step that is this one statement, which runs next. */
    public static UndoNotes of(SqlStatement statement, StepKind kind, Connection connection) throws SQLException {
        UndoNotes notes = new UndoNotes(kind);
        Optional<Undo> undo = notes.of(statement);
        if (undo.isPresent()) {
            notes.add(undo.get(), connection);
        }
        return notes;
    }

    /** What must be known of the statement before it runs; empty once it is clear that the step cannot be taken back. */
    public Optional<Undo> of(SqlStatement statement) {
        if (!possible) {
            return Optional.empty();
        }
        Optional<Undo> undo = reader.next(statement.text()).filter(Undo::possible);
        possible = undo.isPresent();
        return undo;
    }

    /** Notes what undoes a statement that runs next. */
    public void add(Undo undo, Connection connection) throws SQLException {
        Optional<List<String>> undoing = undo.statements(connection);
        possible = undoing.isPresent();
        statements.addAll(0, undoing.orElse(List.of()));
    }

    /** The statements that undo the step, in their order; empty if nothing undoes it. */
    public Optional<List<String>> statements() {
        return possible ? Optional.of(Collections.unmodifiableList(statements)) : Optional.empty();
    }
}
