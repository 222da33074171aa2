package dev.tenon.runtime.internal.lock;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Exponential backoff between attempts, with jitter. */
public final class Backoff {

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
    public Backoff(Duration first, Duration longest, Duration patience) {
        this.millis = first.toMillis();
        this.longestMillis = longest.toMillis();
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    /** Whether the time for another attempt is over. */
    public boolean isOver() {
        return System.nanoTime() - deadline >= 0;
    }

    /** Waits before the next attempt, and not past the deadline. */
    public void pause() {
        long jittered = ThreadLocalRandom.current().nextLong(millis / 2, millis + millis / 2 + 1);
        long left = Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
        millis = Math.min(longestMillis, millis * 2);
        Sleeper.of(Duration.ofMillis(Math.min(jittered, left)));
    }
}
