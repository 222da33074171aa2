package dev.tenon.runtime;

import dev.tenon.runtime.migrate.MigrationEvent;
import java.util.function.Consumer;

/**
 * Told what happens while migrating, on the thread that migrates. What it throws ends the run as the loss of the process
 * would: what is committed stays, and the next run goes on from there.
 */
@FunctionalInterface
public interface MigrationListener extends Consumer<MigrationEvent> {}
