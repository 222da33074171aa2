package dev.tenon.runtime.internal.migrate;

import dev.tenon.runtime.internal.history.DirectoryStatus;
import dev.tenon.runtime.internal.history.StepStatements;
import dev.tenon.runtime.internal.step.ScriptCursor;
import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.runtime.migrate.MigrationStatus;
import dev.tenon.runtime.migrate.StepId;
import dev.tenon.schema.internal.migrations.file.Migration;
import java.sql.SQLException;
import java.util.List;

/** Reads the pending steps without running them. */
final class PendingSteps {

    private PendingSteps() {}

    /** Receives a step; its statements are read on demand. */
    interface Reader {
        void read(Migration migration, StepId id, StepStatements statements) throws SQLException;
    }

    /** Passes every pending step to the reader, in order. */
    static void read(List<Migration> migrations, MigrationState state, Reader reader) throws SQLException {
        for (DirectoryStatus each : DirectoryStatus.pending(migrations, state)) {
            read(each.migration(), each.status(), reader);
        }
    }

    /** Passes every pending step of a migration to the reader, in order. */
    static void read(Migration migration, MigrationStatus status, Reader reader) throws SQLException {
        try (ScriptCursor script = new ScriptCursor(migration)) {
            for (int step : status.pendingSteps()) {
                reader.read(migration, new StepId(migration.name(), step, status.steps()), script.at(step));
            }
        }
    }
}
