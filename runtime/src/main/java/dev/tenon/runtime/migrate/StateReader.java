package dev.tenon.runtime.migrate;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.schema.history.Migration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares the migrations of a directory with a history, by number and hash. */
final class StateReader {

    private final ManualParts manual;
    private final Outlines outlines;
    private final Map<Integer, List<HistoryRow>> history;
    private final List<MigrationStatus> statuses = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private StateReader(List<HistoryRow> rows, Outlines outlines, ManualParts manual) {
        this.outlines = outlines;
        this.manual = manual;
        this.history = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.step().migration().number(), TreeMap::new, Collectors.toList()));
    }

    /**
     * Compares.
     *
     * @param migrations the migrations of the directory, by number
     * @param rows the history, by number and step
     * @param outlines of the migrations' files
     * @param manual the manual parts as they are now
     */
    static MigrationState compare(
            List<Migration> migrations, List<HistoryRow> rows, Outlines outlines, ManualParts manual) {
        StateReader reader = new StateReader(rows, outlines, manual);
        migrations.forEach(migration -> reader.statuses.add(reader.status(migration)));
        reader.unknown(migrations);
        int applied = (int)
                reader.history.values().stream().filter(StateReader::isApplied).count();
        return new MigrationState(applied, reader.statuses, reader.faults);
    }

    private static boolean isApplied(List<HistoryRow> rows) {
        return done(rows) == rows.get(rows.size() - 1).step().steps();
    }

    /** Whether all of it was taken back, so that another migration may come in its place. */
    private static boolean isForgotten(List<HistoryRow> rows) {
        return rows.stream().allMatch(row -> row.state() == StepState.UNDONE);
    }

    private static List<Integer> steps(List<HistoryRow> rows, StepState state) {
        return rows.stream()
                .filter(row -> row.state() == state)
                .map(row -> row.step().step())
                .toList();
    }

    private static int done(List<HistoryRow> rows) {
        return (int) rows.stream().filter(row -> row.state() == StepState.DONE).count();
    }

    private MigrationStatus status(Migration migration) {
        List<HistoryRow> rows = history.getOrDefault(migration.name().number(), List.of());
        if (isForgotten(rows)) {
            return begun(migration, Standing.PENDING, rows);
        }
        HistoryRow first = rows.get(0);
        if (!first.step().migration().equals(migration.name())) {
            faults.add(HistoryFaults.otherName(migration, first));
            return begun(migration, Standing.PENDING, List.of());
        }
        if (!first.hash().equals(migration.entry().hash().text())) {
            faults.add(HistoryFaults.edited(migration, first));
            return begun(migration, Standing.PENDING, List.of());
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).step().step() != i + 1) {
                faults.add(HistoryFaults.gap(migration, i + 1));
                return begun(migration, Standing.PARTIAL, rows);
            }
        }
        return isApplied(rows) ? applied(migration, rows) : begun(migration, Standing.PARTIAL, rows);
    }

    private MigrationStatus applied(Migration migration, List<HistoryRow> rows) {
        HistoryRow last = rows.get(rows.size() - 1);
        if (!last.manual().equals(manual.of(migration, last))) {
            faults.add(HistoryFaults.manualPart(migration, last));
        }
        return new MigrationStatus(
                migration.name(),
                Standing.APPLIED,
                rows.size(),
                rows.size(),
                last.finishedAt(),
                Optional.of(last.by()),
                List.of(),
                List.of());
    }

    /** A migration that is not applied in full: pending steps may still be corrected, not those that are done. */
    private MigrationStatus begun(Migration migration, Standing standing, List<HistoryRow> rows) {
        Outline outline = outlines.of(migration);
        for (HistoryRow row : rows) {
            int step = row.step().step();
            boolean same = row.state() == StepState.UNDONE
                    || (step <= outline.steps()
                            && row.checksum()
                                    .map(outline.checksums().get(step - 1)::equals)
                                    .orElse(true));
            if (!same) {
                faults.add(HistoryFaults.step(migration, row));
            }
        }
        return new MigrationStatus(
                migration.name(),
                standing,
                done(rows),
                outline.steps(),
                Optional.empty(),
                rows.stream().findFirst().map(HistoryRow::by),
                steps(rows, StepState.UNDONE),
                steps(rows, StepState.UNDOING));
    }

    private void unknown(List<Migration> migrations) {
        int newest = migrations.isEmpty()
                ? 0
                : migrations.get(migrations.size() - 1).name().number();
        Set<Integer> known = new HashSet<>();
        migrations.forEach(migration -> known.add(migration.name().number()));
        history.forEach((number, rows) -> {
            if (!known.contains(number) && !isForgotten(rows)) {
                faults.add(HistoryFaults.missing(rows.get(0), number > newest));
            }
        });
    }
}
