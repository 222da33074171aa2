package dev.tenon.schema.internal.migrations.file;

import dev.tenon.schema.MigrationName;
import java.util.Objects;

/**
 * A migration that a squashed one replaces. The histories of databases still contain it.
 *
 * @param migration its number and name
 * @param hash its chain hash
 */
public record ReplacedMigration(MigrationName migration, Checksum hash) {

    public ReplacedMigration {
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(hash, "hash");
    }
}
