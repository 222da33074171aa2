package dev.tenon.runtime.migrate;

import dev.tenon.schema.history.Migration;
import dev.tenon.schema.history.MigrationStep;
import dev.tenon.schema.history.StepReader;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps of a migration's file without their statements.
 *
 * @param checksums the checksum of each step, in order
 */
record Outline(List<String> checksums) {

    Outline {
        checksums = List.copyOf(checksums);
    }

    /** Reads the migration's file once. */
    static Outline of(Migration migration) {
        List<String> checksums = new ArrayList<>();
        try (StepReader reader = migration.steps()) {
            for (MigrationStep step = reader.nextStep(); step != null; step = reader.nextStep()) {
                checksums.add(new StepReading(step, reader).checksum());
            }
        }
        return new Outline(checksums);
    }

    int steps() {
        return checksums.size();
    }
}
