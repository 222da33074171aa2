package dev.tenon.runtime.migrate;

import dev.tenon.schema.MigrationName;
import java.util.Objects;

/**
 * The identity of a step.
 *
 * @param migration the migration
 * @param step the number of the step, from 1
 * @param steps how many steps the migration has
 */
public record StepId(MigrationName migration, int step, int steps) {

    public StepId {
        Objects.requireNonNull(migration, "migration");
    }

    /** Returns a text for users. */
    @Override
    public String toString() {
        return migration + " step " + step + " of " + steps;
    }
}
