package dev.tenon.runtime.verify;

import java.util.List;

/**
 * Whether a live database is what its snapshot says.
 *
 * @param tables how many tables of the snapshot were compared
 * @param differences every point in which it is not, in the order of the objects; none if it is
 * @param corrections statements that would make it so, in an order in which they can be run, and the reasons where there are none
 * @param notCompared what is there, but could not be compared, each with the reason: an object that the server refuses to make
 *     once more, or of a kind that is not looked for
 */
public record VerifyResult(
        int tables, List<Difference> differences, List<Correction> corrections, List<String> notCompared) {

    public VerifyResult {
        differences = List.copyOf(differences);
        corrections = List.copyOf(corrections);
        notCompared = List.copyOf(notCompared);
    }

    /** Of a database that is exactly what its snapshot says. */
    public static VerifyResult withoutDrift(int tables) {
        return new VerifyResult(tables, List.of(), List.of(), List.of());
    }

    /** Whether the database is exactly what the snapshot says. */
    public boolean clean() {
        return differences.isEmpty();
    }
}
