package dev.tenon.runtime.internal.step;

import dev.tenon.runtime.internal.history.History;
import dev.tenon.runtime.internal.history.StepChecksums;
import dev.tenon.runtime.internal.history.StepEntry;
import dev.tenon.runtime.internal.history.StepStatements;
import dev.tenon.runtime.internal.history.UndoNotes;
import dev.tenon.runtime.internal.lock.Backoff;
import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.runtime.migrate.StepId;
import dev.tenon.schema.internal.migrations.file.Migration;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A step to run, with the resources it needs.
 *
 * @param migration the migration that it belongs to
 * @param outline all the steps of the migration
 * @param id which step of it
 * @param last whether no other comes after it in this run
 * @param session where the statements run
 * @param watch looks after those that take long
 * @param history where it is entered
 * @param settings timeouts
 * @param events receives the events
 */
public record StepContext(
        Migration migration,
        StepChecksums outline,
        StepId id,
        boolean last,
        Session session,
        StatementMonitor watch,
        History history,
        MigratorSettings settings,
        Consumer<MigrationEvent> events) {

    /** Pauses for a step whose attempts give way to others. */
    Backoff backoff() {
        return new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5), settings.retryFor());
    }

    /** The history's entry of this step, whose statements have been read. */
    StepEntry entry(StepStatements statements, UndoNotes undo) {
        return new StepEntry(
                migration.entry(), id, outline.manual(), statements.kind(), statements.checksum(), undo.statements());
    }
}
