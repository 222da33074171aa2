package dev.tenon.runtime.cli;

import dev.tenon.runtime.MigrationListener;
import dev.tenon.runtime.migrate.MigrationEvent;

/** Tells people how migrating goes; the state lines belong to the answer. */
final class Progress implements MigrationListener {

    private static final long PAUSE_NANOS = 1_000_000_000L;

    private final Output output;
    private long lastBatch = System.nanoTime() - PAUSE_NANOS;

    Progress(Output output) {
        this.output = output;
    }

    @Override
    public void accept(MigrationEvent event) {
        if (event instanceof MigrationEvent.StateRead) {
            output.say(event.text());
        } else if (!(event instanceof MigrationEvent.BatchDone) || batchIsDue()) {
            output.progress(event.text());
        }
    }

    /** Batches may be many in a second. */
    private boolean batchIsDue() {
        long now = System.nanoTime();
        if (now - lastBatch < PAUSE_NANOS) {
            return false;
        }
        lastBatch = now;
        return true;
    }
}
