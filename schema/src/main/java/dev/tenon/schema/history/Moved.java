package dev.tenon.schema.history;

import java.util.Objects;

/**
 * A migration that was put on top of others.
 *
 * @param before what it was called
 * @param after what it is called now
 */
public record Moved(MigrationName before, MigrationName after) {

    public Moved {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }
}
