package dev.tenon.runtime.internal.lock;

import dev.tenon.runtime.migrate.MigrationEvent;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How to wait for another migrator.
 *
 * @param timeout how long to wait without progress of the other one
 * @param positions reads its position in the history
 * @param events receives the events
 * @param pauses the clock and the pauses
 */
public record LockWait(
        Duration timeout, HolderPosition.Reader positions, Consumer<MigrationEvent> events, Pauses pauses) {

    /** Waits in real time. */
    public LockWait(Duration timeout, HolderPosition.Reader positions, Consumer<MigrationEvent> events) {
        this(timeout, positions, events, Pauses.REAL);
    }
}
