package dev.tenon.runtime.verify;

import java.util.List;

/**
 * Whether a live database is what its snapshot says.
 *
 * @param tables how many tables of the snapshot were compared
 * @param differences every point in which it is not, in the order of the objects; none if it is
 * @param corrections statements that would make it so, in an order in which they can be run, and the reasons where there are none
 */
public record VerifyResult(int tables, List<Difference> differences, List<Correction> corrections) {

    public VerifyResult {
        differences = List.copyOf(differences);
        corrections = List.copyOf(corrections);
    }

    /** Of a database that is exactly what its snapshot says. */
    public static VerifyResult withoutDrift(int tables) {
        return new VerifyResult(tables, List.of(), List.of());
    }

    /** Whether the database is exactly what the snapshot says. */
    public boolean clean() {
        return differences.isEmpty();
    }
}
