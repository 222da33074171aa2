package dev.tenon.schema.internal.migrations.write;

import dev.tenon.schema.MigrationName;
import dev.tenon.schema.Schema;
import java.util.Objects;

/** Regenerates the generated part of a migration that now follows another schema. */
public interface MigrationRegenerator {

    /**
     * The generated part of a migration and the schema after it.
     *
     * @param name its new name
     * @param before the schema that it follows
     * @param after the schema that its changes lead to
     */
    Result of(MigrationName name, Schema before, Schema after);

    /**
     * A generated part.
     *
     * @param sql its text
     * @param snapshot the schema after it
     */
    record Result(String sql, Schema snapshot) {

        public Result {
            Objects.requireNonNull(sql, "sql");
            Objects.requireNonNull(snapshot, "snapshot");
        }
    }
}
