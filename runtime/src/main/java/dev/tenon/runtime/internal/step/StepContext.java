package dev.tenon.runtime.internal.step;

import dev.tenon.runtime.internal.history.StepChecksums;
import dev.tenon.runtime.internal.history.StepEntry;
import dev.tenon.runtime.internal.history.StepRecorder;
import dev.tenon.runtime.internal.history.StepStatements;
import dev.tenon.runtime.internal.history.UndoNotes;
import dev.tenon.runtime.internal.lock.Backoff;
import dev.tenon.runtime.internal.rowsecurity.RowAccess;
import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.runtime.migrate.StepId;
import dev.tenon.schema.internal.migrations.file.Migration;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A step to run, with the resources it needs.
 *
 * @param migration the migration of the step
 * @param outline the checksums of all steps of the migration
 * @param id the identity of the step
 * @param last whether it is the last step of this run
 * @param session the session for the statements
 * @param watch monitors long statements
 * @param history records the step
 * @param settings timeouts
 * @param access lets the step see the rows that row-level security would hide
 * @param events receives the events
 */
public record StepContext(
        Migration migration,
        StepChecksums outline,
        StepId id,
        boolean last,
        Session session,
        StatementMonitor watch,
        StepRecorder history,
        MigratorSettings settings,
        RowAccess access,
        Consumer<MigrationEvent> events) {

    /** Returns the pauses between attempts. */
    Backoff backoff() {
        return new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5), settings.retryFor());
    }

    /** Returns the history entry of this step; all its statements must have been read. */
    StepEntry entry(StepStatements statements, UndoNotes undo) {
        return new StepEntry(
                migration.entry(), id, outline.manual(), statements.kind(), statements.checksum(), undo.statements());
    }
}
