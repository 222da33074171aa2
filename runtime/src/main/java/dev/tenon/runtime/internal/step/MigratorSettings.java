package dev.tenon.runtime.internal.step;

import dev.tenon.runtime.internal.history.HistorySchema;
import java.time.Duration;

/**
 * Timeouts and permissions of a migrator.
 *
 * @param lockTimeout how long to wait for another migrator that makes no progress
 * @param stepLockTimeout the {@code lock_timeout} of statements in a transaction; on timeout the step is rolled back
 *     and retried
 * @param retryFor how long to retry a step after lock timeouts, a cancelled batch or a lost connection, without progress
 * @param outOfOrder whether to apply migrations that are older than applied ones
 * @param pooledSessions whether to allow a connection pool in session mode
 * @param history the schema of the history
 */
public record MigratorSettings(
        Duration lockTimeout,
        Duration stepLockTimeout,
        Duration retryFor,
        boolean outOfOrder,
        boolean pooledSessions,
        HistorySchema history) {

    public static final MigratorSettings DEFAULT = new MigratorSettings(
            Duration.ofSeconds(60), Duration.ofMillis(500), Duration.ofMinutes(5), false, false, HistorySchema.DEFAULT);
}
