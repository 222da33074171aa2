package dev.tenon.schema.history;

import dev.tenon.schema.Schema;
import java.util.Objects;
import java.util.Optional;

/**
 * A migration to be written.
 *
 * @param name its number, the next one, and its name
 * @param parent the head of the history that it was made for; empty for the first migration
 * @param sql the text of its SQL file
 * @param snapshot the schema after it
 */
public record NewMigration(MigrationName name, Optional<Checksum> parent, String sql, Schema snapshot) {

    public NewMigration {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(parent, "parent");
        Objects.requireNonNull(sql, "sql");
        Objects.requireNonNull(snapshot, "snapshot");
    }
}
