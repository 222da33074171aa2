package dev.tenon.runtime.migrate;

import dev.tenon.schema.history.Checksum;
import dev.tenon.schema.history.Migration;
import dev.tenon.schema.history.MigrationStep;
import dev.tenon.schema.history.StepReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps of a migration's file without their statements.
 *
 * @param checksums the checksum of each step, in order
 * @param manual the checksum of the manual part as it is now; empty where there is none
 */
record Outline(List<String> checksums, Optional<String> manual) {

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
            return new Outline(checksums, reader.checksums().manual().map(Checksum::text));
        }
    }

    int steps() {
        return checksums.size();
    }
}
