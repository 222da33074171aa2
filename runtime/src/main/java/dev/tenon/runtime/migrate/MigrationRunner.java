package dev.tenon.runtime.migrate;

import dev.tenon.runtime.session.Session;
import dev.tenon.schema.history.Migration;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;

/** Applies migrations step by step, each from the step that an earlier run came to. */
final class MigrationRunner {

    private final History history;
    private final MigratorSettings settings;
    private final Consumer<MigrationEvent> events;

    MigrationRunner(History history, MigratorSettings settings, Consumer<MigrationEvent> events) {
        this.history = history;
        this.settings = settings;
        this.events = events;
    }

    /**
     * Applies the steps of the migration that are not done.
     *
     * @param done how many of its steps are
     * @param steps how many it has
     * @throws SQLException if the connection is lost
     */
    void run(Migration migration, int done, int steps, Session session) throws SQLException {
        events.accept(new MigrationEvent.MigrationBegun(migration.name(), done, steps));
        long began = System.nanoTime();
        try (ScriptCursor script = new ScriptCursor(migration)) {
            for (int step = done + 1; step <= steps; step++) {
                step(migration, new StepId(migration.name(), step, steps), script, session);
            }
        }
        events.accept(new MigrationEvent.MigrationDone(migration.name(), since(began)));
    }

    private void step(Migration migration, StepId id, ScriptCursor script, Session session) throws SQLException {
        long began = System.nanoTime();
        events.accept(new MigrationEvent.StepBegun(id));
        StepRunner.run(new StepContext(migration, id, session, history, settings, events), script);
        events.accept(new MigrationEvent.StepDone(id, since(began)));
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
