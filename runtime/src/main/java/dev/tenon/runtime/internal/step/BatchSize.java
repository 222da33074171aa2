package dev.tenon.runtime.internal.step;

import java.time.Duration;

/**
 * The number of blocks in the next batch. Other sessions wait for the rows of a batch until it commits, so the size
 * adapts to a target duration, regardless of row width and server load. {@link BatchEnd} limits the number of rows.
 */
public final class BatchSize {

    private static final Duration AIM = Duration.ofMillis(100);
    private static final long FIRST = 32;
    private static final long MOST = 8192;
    private static final int GROWTH = 2;
    /**
     * The divisor of a batch's duration that gives the pause after it, so that other sessions get disk and processor
     * time.
     */
    private static final int PAUSE_PART = 5;

    private long blocks = FIRST;
    private Duration last = Duration.ZERO;

    /** Returns the number of blocks of the next batch. */
    public long blocks() {
        return blocks;
    }

    /** Adapts the size to the duration of a batch. */
    public void completed(long taken, Duration elapsed) {
        last = elapsed;
        long fitting = taken * AIM.toNanos() / Math.max(1, elapsed.toNanos());
        blocks = Math.max(1, Math.min(MOST, Math.min(fitting, taken * GROWTH)));
    }

    /** Reduces the size after a batch timed out. */
    public void timedOut(long taken) {
        blocks = Math.max(1, taken / GROWTH);
    }

    /** Returns the pause before the next batch. */
    Duration pause() {
        Duration part = last.dividedBy(PAUSE_PART);
        return part.compareTo(AIM) < 0 ? part : AIM;
    }
}
