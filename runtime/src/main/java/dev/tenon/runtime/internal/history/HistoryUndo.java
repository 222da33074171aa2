package dev.tenon.runtime.internal.history;

import dev.tenon.runtime.migrate.StepId;
import dev.tenon.runtime.migrate.StepKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The stored undo of a step in the history.
 *
 * @param step which step
 * @param kind where the step comes from
 * @param state whether it is done, or to be taken back
 * @param progress how far it came, if it is in batches
 * @param statements the statements that undo it, in their order; empty if nothing does
 */
public record HistoryUndo(
        StepId step, StepKind kind, StepState state, long progress, Optional<List<String>> statements) {

    public HistoryUndo {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
        statements = statements.map(List::copyOf);
    }

    /** Whether it was begun and has written nothing yet. */
    public boolean isUntouched() {
        return state == StepState.RUNNING && progress == 0;
    }

    /** Whether PostgreSQL refuses what undoes it inside a transaction; each of such statements may run once more. */
    public boolean outsideTransaction() {
        return statements.orElse(List.of()).stream().anyMatch(sql -> sql.startsWith("DROP INDEX CONCURRENTLY"));
    }
}
