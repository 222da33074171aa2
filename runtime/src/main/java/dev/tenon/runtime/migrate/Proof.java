package dev.tenon.runtime.migrate;

import java.util.Objects;

/**
 * What a verification without a difference was about, after every migration of a directory was applied: as long as all of it
 * stays the same, all are applied, and another verification would find no difference either.
 *
 * @param directory the fingerprint of the migrations directory
 * @param version the version of Tenon that verified
 * @param history the fingerprint of the history
 * @param catalogs the fingerprint of the catalogs
 * @param tables how many tables were verified
 */
public record Proof(String directory, String version, String history, String catalogs, int tables) {

    public Proof {
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(history, "history");
        Objects.requireNonNull(catalogs, "catalogs");
    }

    public Proof withTables(int other) {
        return new Proof(directory, version, history, catalogs, other);
    }
}
