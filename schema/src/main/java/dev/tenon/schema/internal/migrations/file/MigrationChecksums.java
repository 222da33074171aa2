package dev.tenon.schema.internal.migrations.file;

import java.util.Objects;
import java.util.Optional;

/**
 * The checksums of the two parts of a migration file. They do not depend on line breaks, a byte order mark, trailing
 * blanks outside quotes, blank lines between statements, and whether a semicolon or a breakpoint ends a statement.
 *
 * @param generated of the generated part; empty if the file has none
 * @param manual of the manual part; empty if it has no statement
 */
public record MigrationChecksums(Optional<Checksum> generated, Optional<Checksum> manual) {

    public MigrationChecksums {
        Objects.requireNonNull(generated, "generated");
        Objects.requireNonNull(manual, "manual");
    }
}
