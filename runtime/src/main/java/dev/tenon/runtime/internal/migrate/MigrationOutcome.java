package dev.tenon.runtime.internal.migrate;

import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.schema.MigrationName;
import java.util.List;

/**
 * The outcome of a migration run.
 *
 * @param before the state before
 * @param after the state after
 * @param applied the migrations that were applied or completed, in order
 * @param conclusion the result of the last action under the lock
 * @param <T> the type of that result
 */
public record MigrationOutcome<T>(
        MigrationState before, MigrationState after, List<MigrationName> applied, T conclusion) {

    public MigrationOutcome {
        applied = List.copyOf(applied);
    }
}
