package dev.tenon.runtime.internal.migrate;

import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.schema.MigrationName;
import java.util.List;

/**
 * What migrating came to.
 *
 * @param before the state before
 * @param after the state after
 * @param applied the migrations that were applied or completed, in order
 * @param conclusion what was found out under the lock after everything was applied
 * @param <T> what that is
 */
public record MigrationOutcome<T>(
        MigrationState before, MigrationState after, List<MigrationName> applied, T conclusion) {

    public MigrationOutcome {
        applied = List.copyOf(applied);
    }
}
