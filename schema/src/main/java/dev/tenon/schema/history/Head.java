package dev.tenon.schema.history;

import dev.tenon.schema.Schema;
import java.util.Objects;
import java.util.Optional;

/**
 * What the next migration builds on.
 *
 * @param number the number that it gets
 * @param parent the hash of the newest migration; empty if it is the first
 * @param snapshot the schema after the newest migration
 */
public record Head(int number, Optional<Checksum> parent, Schema snapshot) {

    public Head {
        Objects.requireNonNull(parent, "parent");
        Objects.requireNonNull(snapshot, "snapshot");
    }
}
