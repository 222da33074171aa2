package dev.tenon.runtime.migrate;

import java.time.Duration;

/**
 * How patient a migrator is, and what it may do.
 *
 * @param lockTimeout how long to wait for another migrator
 * @param stepLockTimeout how long a statement of a transaction waits for a lock before its step gives way to others
 * @param retryFor how long to go on with a step that gives way, or to seek a lost connection
 * @param outOfOrder whether to apply migrations that are older than applied ones
 * @param pooledSessions whether to trust that a pool between keeps a server session as long as the connection
 */
public record MigratorSettings(
        Duration lockTimeout, Duration stepLockTimeout, Duration retryFor, boolean outOfOrder, boolean pooledSessions) {

    public static final MigratorSettings DEFAULT =
            new MigratorSettings(Duration.ofSeconds(60), Duration.ofMillis(500), Duration.ofMinutes(5), false, false);
}
