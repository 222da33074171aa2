package dev.tenon.schema.history;

import java.util.Objects;

/**
 * A migration that was moved after other migrations.
 *
 * @param before its former name
 * @param after its new name
 */
public record Moved(MigrationName before, MigrationName after) {

    public Moved {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }
}
