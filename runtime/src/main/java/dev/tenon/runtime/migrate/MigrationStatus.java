package dev.tenon.runtime.migrate;

import dev.tenon.schema.history.MigrationName;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * Where one migration stands.
 *
 * @param migration its number and name
 * @param standing how it stands
 * @param done how many of its steps are committed
 * @param steps how many it has
 * @param appliedAt when its last step was done, by the database's clock; empty unless it is applied
 * @param appliedBy the database user that applied it; empty if none has begun
 */
public record MigrationStatus(
        MigrationName migration,
        Standing standing,
        int done,
        int steps,
        Optional<OffsetDateTime> appliedAt,
        Optional<String> appliedBy) {

    public MigrationStatus {
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(standing, "standing");
        Objects.requireNonNull(appliedAt, "appliedAt");
        Objects.requireNonNull(appliedBy, "appliedBy");
    }
}
