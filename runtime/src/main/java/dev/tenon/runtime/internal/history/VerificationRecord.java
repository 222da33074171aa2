package dev.tenon.runtime.internal.history;

import java.util.Objects;

/**
 * The fingerprints of directory, history and catalogs at a verification without differences, with all migrations
 * applied. While they are unchanged, nothing is pending, and another verification would find no differences.
 *
 * @param directory the fingerprint of the migrations directory
 * @param version the version of Tenon that verified
 * @param history the fingerprint of the history
 * @param catalogs the fingerprint of the catalogs
 * @param tables how many tables were verified
 */
public record VerificationRecord(String directory, String version, String history, String catalogs, int tables) {

    public VerificationRecord {
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(history, "history");
        Objects.requireNonNull(catalogs, "catalogs");
    }

    public VerificationRecord withTables(int other) {
        return new VerificationRecord(directory, version, history, catalogs, other);
    }
}
