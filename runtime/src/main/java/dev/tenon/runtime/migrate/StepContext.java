package dev.tenon.runtime.migrate;

import dev.tenon.runtime.session.Session;
import dev.tenon.schema.history.Migration;
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
record StepContext(
        Migration migration,
        Outline outline,
        StepId id,
        boolean last,
        Session session,
        Watch watch,
        History history,
        MigratorSettings settings,
        Consumer<MigrationEvent> events) {

    /** Pauses for a step whose attempts give way to others. */
    Backoff backoff() {
        return new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5), settings.retryFor());
    }
}
