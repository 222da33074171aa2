package dev.tenon.runtime.internal.lock;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Exponential backoff between attempts, with jitter. */
public final class Backoff {

    private final long longestMillis;
    private final long deadline;
    private long millis;

    /**
     * Starts the deadline now.
     *
     * @param first the approximate first pause
     * @param longest the approximate maximum pause
     * @param patience the total time for attempts
     */
    public Backoff(Duration first, Duration longest, Duration patience) {
        this.millis = first.toMillis();
        this.longestMillis = longest.toMillis();
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    /** Whether the deadline has passed. */
    public boolean isOver() {
        return System.nanoTime() - deadline >= 0;
    }

    /** Waits before the next attempt, at most until the deadline. */
    public void pause() {
        long jittered = ThreadLocalRandom.current().nextLong(millis / 2, millis + millis / 2 + 1);
        long left = Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
        millis = Math.min(longestMillis, millis * 2);
        Sleeper.of(Duration.ofMillis(Math.min(jittered, left)));
    }
}
