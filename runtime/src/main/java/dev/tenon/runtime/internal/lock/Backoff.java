package dev.tenon.runtime.internal.lock;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;

/** Exponential backoff between attempts, with jitter. */
public final class Backoff {

    private final long longestMillis;
    private final Duration patience;
    private final Pauses pauses;
    private long millis;
    private OptionalLong began = OptionalLong.empty();

    /**
     * Creates the backoff. Its patience begins with the first failure, however long the first attempt took.
     *
     * @param first the approximate first pause
     * @param longest the approximate maximum pause
     * @param patience the total time for attempts after the first failure
     */
    public Backoff(Duration first, Duration longest, Duration patience) {
        this(first, longest, patience, Pauses.REAL);
    }

    Backoff(Duration first, Duration longest, Duration patience, Pauses pauses) {
        this.millis = first.toMillis();
        this.longestMillis = longest.toMillis();
        this.patience = patience;
        this.pauses = pauses;
    }

    /** Whether the deadline has passed; call it after each failure. */
    public boolean isOver() {
        return waited().compareTo(patience) >= 0;
    }

    /** Starts the patience again. */
    void restart() {
        began = OptionalLong.of(pauses.nanoTime());
    }

    /** Returns the time since the first failure or the restart. */
    Duration waited() {
        if (began.isEmpty()) {
            restart();
        }
        return Duration.ofNanos(pauses.nanoTime() - began.getAsLong());
    }

    /** Waits before the next attempt, at most until the deadline. */
    public void pause() {
        long jittered = ThreadLocalRandom.current().nextLong(millis / 2, millis + millis / 2 + 1);
        long left = Math.max(1, patience.minus(waited()).toMillis());
        millis = Math.min(longestMillis, millis * 2);
        pauses.pause(Duration.ofMillis(Math.min(jittered, left)));
    }
}
