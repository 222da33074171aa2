package dev.tenon.cli.option;

import dev.tenon.runtime.TenonConfig;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long a command that runs steps waits for locks and connections. */
public final class TimeoutOptions {

    @Option(
            names = "--lock-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long to wait for another migrator that makes no progress, such as 90s. Default: 60s.")
    private @Nullable Duration lockTimeout;

    @Option(
            names = "--step-lock-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "lock_timeout of the statements; a step that exceeds it is rolled back and retried."
                    + " Default: 500ms.")
    private @Nullable Duration stepLockTimeout;

    @Option(
            names = "--retry-for",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "How long to retry a step after lock timeouts, a cancelled batch or a lost connection, without progress."
                            + " Default: 5m.")
    private @Nullable Duration retryFor;

    /** Sets the timeouts that are given. */
    public void configure(TenonConfig configuration) {
        if (lockTimeout != null) {
            configuration.lockTimeout(lockTimeout);
        }
        if (stepLockTimeout != null) {
            configuration.stepLockTimeout(stepLockTimeout);
        }
        if (retryFor != null) {
            configuration.retryFor(retryFor);
        }
    }
}
