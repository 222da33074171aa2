package dev.tenon.runtime.verify;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.migrate.MigrationStatus;
import dev.tenon.schema.ObjectPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The comparison of a live database with its snapshot. If migrations are pending, that is the snapshot of the
 * applied ones.
 *
 * @param tables how many tables of the snapshot were compared
 * @param differences all differences, in the order of the objects
 * @param corrections statements that would correct the database, in an order in which they can be run, or the reason
 *     where there is no statement
 * @param notCompared objects that exist but could not be compared, each with the reason: the server refuses a
 *     temporary copy, or the kind is not inspected
 * @param compared whether anything was compared; if not, the absence of differences means nothing
 * @param gap the pending migrations, and contradictions between history and directory
 * @param leftovers which accepted leftovers have changed or are gone, in words
 */
public record VerifyResult(
        int tables,
        List<Difference> differences,
        List<Correction> corrections,
        List<String> notCompared,
        boolean compared,
        HistoryGap gap,
        List<String> leftovers) {

    public VerifyResult {
        differences = List.copyOf(differences);
        corrections = List.copyOf(corrections);
        notCompared = List.copyOf(notCompared);
        Objects.requireNonNull(gap, "gap");
        leftovers = List.copyOf(leftovers);
    }

    /** The result of a comparison without leftovers. */
    public VerifyResult(
            int tables,
            List<Difference> differences,
            List<Correction> corrections,
            List<String> notCompared,
            boolean compared,
            HistoryGap gap) {
        this(tables, differences, corrections, notCompared, compared, gap, List.of());
    }

    /** The result of a comparison that did not read the history. */
    public VerifyResult(
            int tables, List<Difference> differences, List<Correction> corrections, List<String> notCompared) {
        this(tables, differences, corrections, notCompared, true, HistoryGap.NONE);
    }

    /** The result for a database without differences. */
    public static VerifyResult withoutDrift(int tables) {
        return new VerifyResult(tables, List.of(), List.of(), List.of());
    }

    /** The result for a database that could not be compared, with the reason. */
    public static VerifyResult ofNothing(String reason) {
        return new VerifyResult(0, List.of(), List.of(), List.of("everything: " + reason), false, HistoryGap.NONE);
    }

    /** Returns a copy with the findings of the history. */
    public VerifyResult withGap(HistoryGap other) {
        return new VerifyResult(tables, differences, corrections, notCompared, compared, other, leftovers);
    }

    /** Returns a copy with the accepted leftovers that have changed or are gone. */
    public VerifyResult withLeftovers(List<String> changed) {
        return new VerifyResult(tables, differences, corrections, notCompared, compared, gap, changed);
    }

    /** Returns a copy without corrections. */
    public VerifyResult withoutCorrections() {
        return new VerifyResult(tables, differences, List.of(), notCompared, compared, gap, leftovers);
    }

    /**
     * Returns a copy for a migration that was undone. An undo does not validate rows, so a constraint that it recreates
     * is {@code NOT VALID} until the migration continues; that alone is not a difference.
     */
    public VerifyResult afterUndo(String migration) {
        Set<ObjectPath> explained = differences.stream().map(Difference::at).collect(Collectors.toSet());
        differences.stream()
                .filter(each -> !each.isOnlyNotValid())
                .map(Difference::at)
                .forEach(explained::remove);
        List<String> notes = new ArrayList<>(notCompared);
        explained.stream()
                .sorted()
                .forEach(at -> notes.add(at + ": it is NOT VALID since " + migration
                        + " was undone, which checks no rows; migrate begins again there"));
        return new VerifyResult(
                tables,
                differences.stream()
                        .filter(each -> !explained.contains(each.at()))
                        .toList(),
                corrections.stream()
                        .filter(each -> !explained.contains(each.at()))
                        .toList(),
                notes,
                compared,
                gap,
                leftovers);
    }

    /** The migrations of the directory that the database has not applied, or not in full. */
    public List<MigrationStatus> pending() {
        return gap.pending();
    }

    /** The contradictions between history and directory, as {@code status} reports them. */
    public List<String> problems() {
        return gap.problems().stream().map(Fault::message).toList();
    }

    /** Whether the database equals the newest snapshot, its leftovers are as accepted, and its history matches the directory. */
    public boolean clean() {
        return compared && differences.isEmpty() && leftovers.isEmpty() && gap.isEmpty();
    }
}
