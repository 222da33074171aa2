package dev.tenon.runtime.migrate;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a migrator that waits for the migration lock sees of the one that holds it.
 *
 * @param step the step that it is at; empty if the history shows none
 * @param committed whether that step is committed, and it works on something later
 * @param phase the phase of an index build as PostgreSQL names it, or what is read before the first step; else empty
 * @param percent the completed percentage of the batches or of the phase; empty if unknown
 * @param awaited the sessions that it waits for, with their applications; empty if none
 */
public record HolderActivity(
        Optional<StepId> step, boolean committed, String phase, OptionalInt percent, String awaited) {

    public HolderActivity {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(percent, "percent");
        Objects.requireNonNull(awaited, "awaited");
    }

    /** Returns a clause for users that follows the name of the holder; empty if nothing is known. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        step.ifPresent(at -> text.append(committed ? ", which has committed " : ", which is at ")
                .append(at));
        if (!phase.isEmpty()) {
            text.append(", ").append(phase);
        }
        percent.ifPresent(done -> text.append(", ").append(done).append(" %"));
        if (!awaited.isEmpty()) {
            text.append(", and waits for ").append(awaited);
        }
        return text.toString();
    }
}
