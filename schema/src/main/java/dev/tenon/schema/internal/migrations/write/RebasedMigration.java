package dev.tenon.schema.internal.migrations.write;

import dev.tenon.schema.MigrationName;
import java.util.Objects;

/**
 * A migration that was moved after other migrations.
 *
 * @param before its former name
 * @param after its new name
 */
public record RebasedMigration(MigrationName before, MigrationName after) {

    public RebasedMigration {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }
}
