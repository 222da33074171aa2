package dev.tenon.schema.internal.migrations.file;

import dev.tenon.schema.StepMode;
import java.util.Objects;

/**
 * A step of a migration file, which commits as a unit.
 *
 * @param number its position in the file, from 1, through both parts
 * @param manual whether it belongs to the manual part
 * @param mode how its statements are run; anything but a transaction has exactly one statement
 * @param line the line that it begins on, from 1
 */
public record MigrationStep(int number, boolean manual, StepMode mode, int line) {

    public MigrationStep {
        Objects.requireNonNull(mode, "mode");
    }
}
