package dev.tenon.runtime.migrate;

import dev.tenon.schema.MigrationName;
import java.util.Objects;

/**
 * Which step of which migration.
 *
 * @param migration the migration
 * @param step the step, counted from 1
 * @param steps how many steps the migration has
 */
public record StepId(MigrationName migration, int step, int steps) {

    public StepId {
        Objects.requireNonNull(migration, "migration");
    }

    /** For people. */
    @Override
    public String toString() {
        return migration + " step " + step + " of " + steps;
    }
}
