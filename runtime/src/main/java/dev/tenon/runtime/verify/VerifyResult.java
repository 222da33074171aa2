package dev.tenon.runtime.verify;

import java.util.List;

/**
 * Whether a live database is what its snapshot says.
 *
 * @param tables how many tables of the snapshot were compared
 * @param differences every point in which it is not, in the order of the objects; none if it is
 */
public record VerifyResult(int tables, List<Difference> differences) {

    public VerifyResult {
        differences = List.copyOf(differences);
    }

    /** Whether the database is exactly what the snapshot says. */
    public boolean clean() {
        return differences.isEmpty();
    }
}
