package dev.tenon.runtime.migrate;

import dev.tenon.runtime.session.Session;
import dev.tenon.schema.history.Migration;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;

/** Applies migrations step by step, each from the step that an earlier run came to. */
final class MigrationRunner {

    private final History history;
    private final Outlines outlines;
    private final MigratorSettings settings;
    private final Watch watch;
    private final Consumer<MigrationEvent> events;

    MigrationRunner(
            History history,
            Outlines outlines,
            MigratorSettings settings,
            Watch watch,
            Consumer<MigrationEvent> events) {
        this.watch = watch;
        this.history = history;
        this.outlines = outlines;
        this.settings = settings;
        this.events = events;
    }

    /**
     * Applies the steps of the migration that are not done.
     *
     * @param done how many of its steps are
     * @param last whether no other migration comes after it
     * @throws SQLException if the connection is lost
     */
    void run(Migration migration, int done, boolean last, Session session) throws SQLException {
        Outline outline = outlines.of(migration);
        int steps = outline.steps();
        events.accept(new MigrationEvent.MigrationBegun(migration.name(), done, steps));
        long began = System.nanoTime();
        try (ScriptCursor script = new ScriptCursor(migration)) {
            for (int step = done + 1; step <= steps; step++) {
                StepId id = new StepId(migration.name(), step, steps);
                step(
                        new StepContext(
                                migration,
                                outline,
                                id,
                                last && step == steps,
                                session,
                                watch,
                                history,
                                settings,
                                events),
                        script);
            }
        }
        events.accept(new MigrationEvent.MigrationDone(migration.name(), since(began)));
    }

    private void step(StepContext step, ScriptCursor script) throws SQLException {
        long began = System.nanoTime();
        events.accept(new MigrationEvent.StepBegun(step.id()));
        StepRunner.run(step, script);
        events.accept(new MigrationEvent.StepDone(step.id(), since(began)));
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
