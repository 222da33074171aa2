package dev.tenon.runtime.internal.history;

import dev.tenon.runtime.migrate.StepId;
import dev.tenon.runtime.migrate.StepKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The stored undo of a step in the history.
 *
 * @param step the step
 * @param kind the origin of the step
 * @param state its state
 * @param progress its progress, if it is in batches
 * @param statements its undo statements in order; empty without an undo
 */
public record HistoryUndo(
        StepId step, StepKind kind, StepState state, long progress, Optional<List<String>> statements) {

    public HistoryUndo {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
        statements = statements.map(List::copyOf);
    }

    /** Whether it has started and written nothing yet. */
    public boolean isUntouched() {
        return state == StepState.RUNNING && progress == 0;
    }

    /** Whether the undo statements cannot run in a transaction; each of them is idempotent. */
    public boolean outsideTransaction() {
        return statements.orElse(List.of()).stream().anyMatch(sql -> sql.startsWith("DROP INDEX CONCURRENTLY"));
    }
}
