package dev.tenon.runtime;

import dev.tenon.runtime.migrate.MigrationEvent;
import java.util.function.Consumer;

/**
 * Receives events on the migrating thread. An exception of the listener ends the run like the death of the process:
 * committed steps stay, and the next run continues.
 */
@FunctionalInterface
public interface MigrationListener extends Consumer<MigrationEvent> {}
