package dev.tenon.runtime.verify;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.migrate.MigrationStatus;
import java.util.List;
import java.util.Objects;

/**
 * Whether a live database is what its snapshot says. Where migrations are pending, that is the snapshot after those that are
 * applied.
 *
 * @param tables how many tables of the snapshot were compared
 * @param differences every point in which it is not, in the order of the objects; none if it is
 * @param corrections statements that would make it so, in an order in which they can be run, and the reasons where there are none
 * @param notCompared what is there, but could not be compared, each with the reason: an object that the server refuses to make
 *     once more, or of a kind that is not looked for
 * @param compared whether anything was compared; if not, that there are no differences says nothing
 * @param gap what is pending, and in what the history contradicts the directory
 */
public record VerifyResult(
        int tables,
        List<Difference> differences,
        List<Correction> corrections,
        List<String> notCompared,
        boolean compared,
        HistoryGap gap) {

    public VerifyResult {
        differences = List.copyOf(differences);
        corrections = List.copyOf(corrections);
        notCompared = List.copyOf(notCompared);
        Objects.requireNonNull(gap, "gap");
    }

    /** Of a comparison that did not look at the history. */
    VerifyResult(int tables, List<Difference> differences, List<Correction> corrections, List<String> notCompared) {
        this(tables, differences, corrections, notCompared, true, HistoryGap.NONE);
    }

    /** Of a database that is exactly what its snapshot says. */
    public static VerifyResult withoutDrift(int tables) {
        return new VerifyResult(tables, List.of(), List.of(), List.of());
    }

    /** Of a database that could not be compared, for that reason. */
    static VerifyResult ofNothing(String reason) {
        return new VerifyResult(0, List.of(), List.of(), List.of("everything: " + reason), false, HistoryGap.NONE);
    }

    /** The same with what the history says. */
    public VerifyResult withGap(HistoryGap other) {
        return new VerifyResult(tables, differences, corrections, notCompared, compared, other);
    }

    /** The same without statements. */
    public VerifyResult withoutCorrections() {
        return new VerifyResult(tables, differences, List.of(), notCompared, compared, gap);
    }

    /** The migrations of the directory that the database has not applied, or not in full. */
    public List<MigrationStatus> pending() {
        return gap.pending();
    }

    /** In what the history contradicts the directory, as {@code status} says it, too. */
    public List<String> problems() {
        return gap.problems().stream().map(Fault::message).toList();
    }

    /** Whether the database is exactly what the newest snapshot says, and its history what the directory says. */
    public boolean clean() {
        return compared && differences.isEmpty() && gap.isEmpty();
    }
}
