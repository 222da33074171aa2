package dev.tenon.schema.internal.migrations.file;

import dev.tenon.schema.Schema;
import java.util.Objects;
import java.util.Optional;

/**
 * The state on which the next migration builds.
 *
 * @param number the number of the next migration
 * @param parent the hash of the newest migration; empty if it is the first
 * @param snapshot the schema after the newest migration
 */
public record DirectoryHead(int number, Optional<Checksum> parent, Schema snapshot) {

    public DirectoryHead {
        Objects.requireNonNull(parent, "parent");
        Objects.requireNonNull(snapshot, "snapshot");
    }
}
