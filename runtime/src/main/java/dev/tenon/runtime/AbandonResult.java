package dev.tenon.runtime;

import dev.tenon.runtime.migrate.Loss;
import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.schema.MigrationName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The result of {@link Tenon#abandon}.
 *
 * @param migration the migration that was taken back; empty if none was half-applied
 * @param losses what did not come back, as accepted
 * @param after the state afterwards, in which the migration has not begun
 */
public record AbandonResult(Optional<MigrationName> migration, List<Loss> losses, MigrationState after) {

    public AbandonResult {
        Objects.requireNonNull(migration, "migration");
        losses = List.copyOf(losses);
        Objects.requireNonNull(after, "after");
    }
}
