package dev.tenon.runtime.internal.step;

import java.time.Duration;

/**
 * The number of blocks in the next batch. Other sessions wait for the rows of a batch until it commits, so the size
 * adapts to a target duration, regardless of row width and server load. {@link BatchEnd} limits the number of rows.
 */
final class BatchSize {

    private static final Duration AIM = Duration.ofMillis(100);
    private static final long FIRST = 32;
    private static final long MOST = 8192;
    private static final int GROWTH = 2;
    /** For each part of time that a batch takes rows, the part in which it leaves the disk and the processors to others. */
    private static final int PAUSE_PART = 5;

    private long blocks = FIRST;
    private Duration last = Duration.ZERO;

    long blocks() {
        return blocks;
    }

    /** Takes into account how long a batch of so many blocks took. */
    void took(long taken, Duration elapsed) {
        last = elapsed;
        long fitting = taken * AIM.toNanos() / Math.max(1, elapsed.toNanos());
        blocks = Math.max(1, Math.min(MOST, Math.min(fitting, taken * GROWTH)));
    }

    /** Takes into account that a batch of so many blocks was broken off. */
    void overran(long taken) {
        blocks = Math.max(1, taken / GROWTH);
    }

    /** How long to leave the table alone before the next one. */
    Duration pause() {
        Duration part = last.dividedBy(PAUSE_PART);
        return part.compareTo(AIM) < 0 ? part : AIM;
    }
}
