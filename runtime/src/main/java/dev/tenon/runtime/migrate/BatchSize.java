package dev.tenon.runtime.migrate;

import java.time.Duration;

/**
 * How many blocks of a table the next batch takes. Whoever wants a row of a batch waits until that commits, so a batch is to
 * be over in a moment that nobody minds, however wide the rows are and whatever else the server does.
 */
final class BatchSize {

    private static final Duration AIM = Duration.ofMillis(100);
    private static final long FIRST = 32;
    private static final long MOST = 65_536;
    private static final int GROWTH = 2;
    /** For each part of time that a batch takes rows, the part in which it leaves the disk and the processors to others. */
    private static final int PAUSE_PART = 5;

    private long blocks = FIRST;
    private Duration last = Duration.ZERO;

    long blocks() {
        return blocks;
    }

    /** Takes into account how long a batch of this size took. */
    void took(Duration elapsed) {
        last = elapsed;
        long fitting = blocks * AIM.toNanos() / Math.max(1, elapsed.toNanos());
        blocks = Math.max(1, Math.min(MOST, Math.min(fitting, blocks * GROWTH)));
    }

    /** How long to leave the table alone before the next one. */
    Duration pause() {
        Duration part = last.dividedBy(PAUSE_PART);
        return part.compareTo(AIM) < 0 ? part : AIM;
    }
}
