package dev.tenon.schema.internal.migrations.write;

import dev.tenon.schema.MigrationName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.migrations.file.Checksum;
import dev.tenon.schema.internal.migrations.file.DirectoryHead;
import java.util.Objects;
import java.util.Optional;

/**
 * A migration to be written.
 *
 * @param name its number, which is that of {@link DirectoryHead}, and its name
 * @param parent the hash of the {@link DirectoryHead} for which it was generated
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
