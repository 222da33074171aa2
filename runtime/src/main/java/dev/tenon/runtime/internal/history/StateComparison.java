package dev.tenon.runtime.internal.history;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.migrate.MigrationProgress;
import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.runtime.migrate.MigrationStatus;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.internal.migrations.file.Migration;
import dev.tenon.schema.internal.migrations.file.ReplacedMigration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares the migrations of a directory with a history, by number and hash. */
public final class StateComparison {

    private final ManualParts manual;
    private final StepChecksumCache checksums;
    private final Map<Integer, List<HistoryRow>> history;
    private final List<MigrationStatus> statuses = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private StateComparison(List<HistoryRow> rows, StepChecksumCache checksums, ManualParts manual) {
        this.checksums = checksums;
        this.manual = manual;
        this.history = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.step().migration().number(), TreeMap::new, Collectors.toList()));
    }

    /**
     * Reads the history and compares it with a directory.
     *
     * @param schema the schema of the history
     * @param migrations the migrations of the directory, by number
     * @param connection a connection to the database
     * @return the state of each migration
     * @throws SQLException if the connection is lost
     */
    public static MigrationState read(HistorySchema schema, List<Migration> migrations, Connection connection)
            throws SQLException {
        StepChecksumCache checksums = new StepChecksumCache();
        return compare(migrations, HistoryReader.read(schema, connection), checksums, checksums);
    }

    /**
     * Compares directory and history.
     *
     * @param migrations the migrations of the directory, by number
     * @param rows the history, by number and step
     * @param checksums the checksums of the migrations' files
     * @param manual the current manual parts
     */
    public static MigrationState compare(
            List<Migration> migrations, List<HistoryRow> rows, StepChecksumCache checksums, ManualParts manual) {
        StateComparison reader = new StateComparison(rows, checksums, manual);
        migrations.forEach(migration -> reader.statuses.addAll(reader.statuses(migration)));
        reader.unknown(migrations);
        int applied = (int) reader.history.values().stream()
                .filter(StateComparison::isApplied)
                .count();
        List<Fault> faults = reader.ofOthers(migrations).map(List::of).orElse(reader.faults);
        return new MigrationState(applied, reader.statuses, faults);
    }

    /** The fault of a history of other migrations; empty if one of them is in the directory, at least by its name. */
    private Optional<Fault> ofOthers(List<Migration> migrations) {
        boolean known = migrations.stream()
                .anyMatch(migration -> isKnown(migration.name())
                        || migration.entry().replaces().stream().anyMatch(each -> isKnown(each.migration())));
        return known || migrations.isEmpty()
                ? Optional.empty()
                : history.values().stream()
                        .filter(rows -> !isFullyUndone(rows))
                        .findFirst()
                        .map(rows -> HistoryFaults.ofOthers(migrations.get(0), rows.get(0)));
    }

    private boolean isKnown(MigrationName migration) {
        return rows(migration).stream().anyMatch(row -> row.step().migration().equals(migration));
    }

    private static boolean isApplied(List<HistoryRow> rows) {
        return done(rows) == rows.get(rows.size() - 1).step().steps();
    }

    /** Whether all its steps were undone, so that another migration may replace it. */
    private static boolean isFullyUndone(List<HistoryRow> rows) {
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

    /** Returns the status of a migration, or those of the migrations that it replaces, if they are applied. */
    private List<MigrationStatus> statuses(Migration migration) {
        List<ReplacedMigration> replaced = migration.entry().replaces();
        List<HistoryRow> own = rows(migration.name());
        boolean isOwn = !own.isEmpty()
                && own.get(0).hash().equals(migration.entry().hash().text());
        if (isOwn || replaced.stream().allMatch(each -> isFullyUndone(rows(each.migration())))) {
            return List.of(status(migration));
        }
        for (ReplacedMigration each : replaced) {
            List<HistoryRow> rows = rows(each.migration());
            if (isFullyUndone(rows) || !isApplied(rows)) {
                faults.add(HistoryFaults.appliedInPart(migration, each));
                return List.of(begun(migration, MigrationProgress.PENDING, List.of()));
            }
            HistoryRow first = rows.get(0);
            if (!first.step().migration().equals(each.migration())
                    || !first.hash().equals(each.hash().text())) {
                faults.add(HistoryFaults.replacedOther(migration, each, first));
                return List.of(begun(migration, MigrationProgress.PENDING, List.of()));
            }
        }
        return replaced.stream()
                .map(each -> applied(each.migration(), rows(each.migration())))
                .toList();
    }

    private List<HistoryRow> rows(MigrationName migration) {
        return history.getOrDefault(migration.number(), List.of());
    }

    private MigrationStatus status(Migration migration) {
        List<HistoryRow> rows = rows(migration.name());
        if (isFullyUndone(rows)) {
            return begun(migration, MigrationProgress.PENDING, rows);
        }
        HistoryRow first = rows.get(0);
        if (!first.step().migration().equals(migration.name())) {
            faults.add(HistoryFaults.otherName(migration, first));
            return begun(migration, MigrationProgress.PENDING, List.of());
        }
        if (!first.hash().equals(migration.entry().hash().text())) {
            faults.add(HistoryFaults.edited(migration, first));
            return begun(migration, MigrationProgress.PENDING, List.of());
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).step().step() != i + 1) {
                faults.add(HistoryFaults.gap(migration, i + 1));
                return begun(migration, MigrationProgress.PARTIAL, rows);
            }
        }
        if (rows.stream().anyMatch(row -> row.state() == StepState.ABANDONING)) {
            return begun(migration, MigrationProgress.ABANDONING, rows);
        }
        return isApplied(rows) ? applied(migration, rows) : begun(migration, MigrationProgress.PARTIAL, rows);
    }

    private MigrationStatus applied(Migration migration, List<HistoryRow> rows) {
        HistoryRow last = rows.get(rows.size() - 1);
        if (!last.manual().equals(manual.of(migration, last))) {
            faults.add(HistoryFaults.manualPart(migration, last));
        }
        return applied(migration.name(), rows);
    }

    private static MigrationStatus applied(MigrationName migration, List<HistoryRow> rows) {
        HistoryRow last = rows.get(rows.size() - 1);
        return new MigrationStatus(
                migration,
                MigrationProgress.APPLIED,
                rows.size(),
                rows.size(),
                last.finishedAt(),
                Optional.of(last.by()),
                List.of(),
                List.of());
    }

    /**
     * Returns the status of a partly applied migration: pending steps may still be corrected, committed ones may not.
     */
    private MigrationStatus begun(Migration migration, MigrationProgress progress, List<HistoryRow> rows) {
        StepChecksums outline = checksums.of(migration);
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
                progress,
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
        migrations.forEach(migration -> {
            known.add(migration.name().number());
            migration
                    .entry()
                    .replaces()
                    .forEach(each -> known.add(each.migration().number()));
        });
        history.forEach((number, rows) -> {
            if (!known.contains(number) && !isFullyUndone(rows)) {
                faults.add(HistoryFaults.missing(rows.get(0), number > newest));
            }
        });
    }
}
