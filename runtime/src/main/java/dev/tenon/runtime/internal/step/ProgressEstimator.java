package dev.tenon.runtime.internal.step;

import dev.tenon.runtime.internal.lock.ServerProgress;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.runtime.migrate.StepId;
import java.time.Duration;
import java.util.Optional;

/** The elapsed time of a statement, and its estimated remaining time, extrapolated from the current phase. */
final class ProgressEstimator {

    private final long began = System.nanoTime();
    private Optional<String> phase = Optional.empty();
    private long phaseBegan = began;
    private long doneBefore;

    /** Creates the event for the reported progress. */
    MigrationEvent.StatementUnderway event(StepId step, ServerProgress progress) {
        long now = System.nanoTime();
        if (phase.isPresent() && !phase.get().equals(progress.phase())) {
            phaseBegan = now;
            doneBefore = progress.done();
        }
        phase = Optional.of(progress.phase());
        return new MigrationEvent.StatementUnderway(
                step,
                progress.phase(),
                progress.done(),
                progress.total(),
                Duration.ofNanos(now - began),
                left(progress, now - phaseBegan),
                progress.awaited());
    }

    private Optional<Duration> left(ServerProgress progress, long inPhase) {
        long done = progress.done() - doneBefore;
        long left = progress.total() - progress.done();
        return done > 0 && left >= 0
                ? Optional.of(Duration.ofNanos((long) ((double) inPhase / done * left)))
                : Optional.empty();
    }
}
