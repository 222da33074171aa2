package dev.tenon.schema.history;

import java.util.Objects;
import java.util.Optional;

/**
 * The checksums of the two parts of a migration file. Line ends, a byte order mark, blanks at the ends of lines outside
 * quotes, blank lines between statements, and whether a semicolon or a breakpoint ends a statement, have no influence.
 *
 * @param generated of the generated part; empty where the file has none
 * @param manual of the manual part; empty where it has no statement
 */
public record PartChecksums(Optional<Checksum> generated, Optional<Checksum> manual) {

    public PartChecksums {
        Objects.requireNonNull(generated, "generated");
        Objects.requireNonNull(manual, "manual");
    }
}
