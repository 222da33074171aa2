package dev.tenon.runtime.migrate;

import dev.tenon.runtime.internal.format.StepList;
import dev.tenon.schema.MigrationName;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The state of one migration.
 *
 * @param migration its number and name
 * @param progress its state
 * @param done how many of its steps are committed
 * @param steps how many it has
 * @param appliedAt when its last step was done, by the database's clock; empty unless it is applied
 * @param appliedBy the database user that applied it; empty if none has begun
 * @param undone the steps that were undone after a failure and run again
 * @param toUndo the steps that must be undone before anything runs
 */
public record MigrationStatus(
        MigrationName migration,
        MigrationProgress progress,
        int done,
        int steps,
        Optional<OffsetDateTime> appliedAt,
        Optional<String> appliedBy,
        List<Integer> undone,
        List<Integer> toUndo) {

    public MigrationStatus {
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(progress, "progress");
        Objects.requireNonNull(appliedAt, "appliedAt");
        Objects.requireNonNull(appliedBy, "appliedBy");
        undone = List.copyOf(undone);
        toUndo = List.copyOf(toUndo);
    }

    /** Whether the step must still run. */
    boolean isPending(int step) {
        return undone.contains(step) || toUndo.contains(step) || step > done + undone.size() + toUndo.size();
    }

    /** Returns the pending steps, in order. */
    public List<Integer> pendingSteps() {
        return IntStream.rangeClosed(1, steps).filter(this::isPending).boxed().toList();
    }

    /** What is being taken back, was undone or is to be undone, as a sentence; empty if nothing is. */
    public Optional<String> undoNotice() {
        if (progress == MigrationProgress.ABANDONING) {
            return Optional.of("abandon of " + migration + " is in progress: run 'tenon abandon' again");
        }
        if (!toUndo.isEmpty()) {
            return Optional.of(migration + ": undoing " + StepList.of(toUndo)
                    + " was interrupted; migrate continues with that, then runs them again");
        }
        return undone.isEmpty()
                ? Optional.empty()
                : Optional.of(migration + ": " + StepList.of(undone)
                        + (undone.size() == 1 ? " was" : " were")
                        + " undone after a failure; migrate continues there");
    }
}
