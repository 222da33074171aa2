package dev.tenon.runtime.migrate;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Exponential backoff between attempts, with jitter. */
final class Backoff {

    private final long longestMillis;
    private final long deadline;
    private long millis;

    /**
     * Begins to count now.
     *
     * @param first about how long the first pause is
     * @param longest about how long a pause becomes at most
     * @param patience how long to go on trying altogether
     */
    Backoff(Duration first, Duration longest, Duration patience) {
        this.millis = first.toMillis();
        this.longestMillis = longest.toMillis();
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    /** Whether the time for another attempt is over. */
    boolean isOver() {
        return System.nanoTime() - deadline >= 0;
    }

    /** Waits before the next attempt, and not past the deadline. */
    void pause() {
        long jittered = ThreadLocalRandom.current().nextLong(millis / 2, millis + millis / 2 + 1);
        long left = Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
        millis = Math.min(longestMillis, millis * 2);
        Pause.of(Duration.ofMillis(Math.min(jittered, left)));
    }
}
