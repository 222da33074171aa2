package dev.tenon.schema.internal.migrations.file;

import dev.tenon.schema.StepMode;
import java.util.Objects;

/**
 * A step of a migration file, which commits as a unit.
 *
 * @param manual whether it belongs to the manual part
 * @param mode how its statements are run; anything but a transaction has exactly one statement
 */
public record MigrationStep(boolean manual, StepMode mode) {

    public MigrationStep {
        Objects.requireNonNull(mode, "mode");
    }
}
