package dev.tenon.runtime.internal.abandon;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.history.DirectoryStatus;
import dev.tenon.runtime.internal.history.HistoryReader;
import dev.tenon.runtime.internal.history.HistoryRow;
import dev.tenon.runtime.internal.history.HistorySchema;
import dev.tenon.runtime.internal.history.StepState;
import dev.tenon.runtime.internal.history.StepStatements;
import dev.tenon.runtime.internal.step.ScriptCursor;
import dev.tenon.runtime.internal.verify.HalfAppliedMigration;
import dev.tenon.runtime.migrate.MigrationProgress;
import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.runtime.migrate.MigrationStatus;
import dev.tenon.runtime.migrate.StepKind;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.migrations.file.Migration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The migration to take back.
 *
 * @param migration the migration
 * @param half what is known of it
 */
record AbandonTarget(Migration migration, HalfAppliedMigration half) {

    AbandonTarget {
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(half, "half");
    }

    /**
     * Finds the half-applied migration; empty if there is none.
     *
     * @throws dev.tenon.runtime.fault.FaultException if directory and history contradict each other
     */
    static Optional<AbandonTarget> find(
            HistorySchema history,
            List<Migration> migrations,
            MigrationState state,
            EarlierSnapshots snapshots,
            Connection connection)
            throws SQLException {
        if (!state.faults().isEmpty()) {
            throw Fault.joined(state.faults()).exception();
        }
        for (DirectoryStatus each : DirectoryStatus.of(migrations, state)) {
            MigrationStatus status = each.status();
            boolean half = status.progress() == MigrationProgress.PARTIAL
                    || status.progress() == MigrationProgress.ABANDONING
                    || (status.progress() == MigrationProgress.PENDING
                            && !status.undone().isEmpty());
            if (half) {
                return Optional.of(of(history, each.migration(), state, snapshots, connection));
            }
        }
        return Optional.empty();
    }

    private static AbandonTarget of(
            HistorySchema history,
            Migration migration,
            MigrationState state,
            EarlierSnapshots snapshots,
            Connection connection)
            throws SQLException {
        Set<MigrationName> missing = new HashSet<>();
        state.migrations().stream()
                .filter(each -> each.progress() != MigrationProgress.APPLIED)
                .forEach(each -> missing.add(each.migration()));
        Schema before = snapshots.without(missing).orElseThrow(() -> dependent(migration));
        missing.remove(migration.name());
        Schema after = snapshots.without(missing).orElseThrow(() -> dependent(migration));
        List<String> statements = new ArrayList<>();
        List<String> begun = new ArrayList<>();
        boolean manual = false;
        List<HistoryRow> rows = HistoryReader.read(history, connection).stream()
                .filter(row -> row.step().migration().equals(migration.name()) && row.state() != StepState.UNDONE)
                .toList();
        int steps = state.migrations().stream()
                .filter(each -> each.migration().equals(migration.name()))
                .mapToInt(MigrationStatus::steps)
                .findFirst()
                .orElse(0);
        try (ScriptCursor script = new ScriptCursor(migration)) {
            for (int step = 1; step <= steps; step++) {
                int number = step;
                StepStatements reading = script.at(step);
                boolean started = rows.stream().anyMatch(row -> row.step().step() == number);
                List<String> texts = reading.texts();
                statements.addAll(texts);
                begun.addAll(started ? texts : List.of());
                manual |= started && reading.kind() == StepKind.MANUAL;
            }
        }
        return new AbandonTarget(
                migration, new HalfAppliedMigration(migration.name(), before, after, statements, begun, manual));
    }

    private static RuntimeException dependent(Migration migration) {
        return new Fault(
                        FaultCode.NOT_ABANDONED,
                        migration + " cannot be taken back, because a later migration that is applied depends on it",
                        "fix the cause of its failure and run 'tenon migrate'",
                        Map.of("migration", migration.toString()))
                .exception();
    }
}
