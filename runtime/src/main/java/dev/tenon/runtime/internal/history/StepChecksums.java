package dev.tenon.runtime.internal.history;

import dev.tenon.schema.internal.migrations.file.Checksum;
import dev.tenon.schema.internal.migrations.file.Migration;
import dev.tenon.schema.internal.migrations.file.MigrationStep;
import dev.tenon.schema.internal.migrations.file.StepReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The checksums of a migration's steps.
 *
 * @param checksums the checksum of each step, in order
 * @param manual the checksum of the current manual part; empty without one
 */
public record StepChecksums(List<String> checksums, Optional<String> manual) {

    public StepChecksums {
        checksums = List.copyOf(checksums);
    }

    /** Reads the checksums from the migration's file. */
    public static StepChecksums of(Migration migration) {
        List<String> checksums = new ArrayList<>();
        try (StepReader reader = migration.steps()) {
            for (MigrationStep step = reader.nextStep(); step != null; step = reader.nextStep()) {
                checksums.add(new StepStatements(step, reader, UnaryOperator.identity()).checksum());
            }
            return new StepChecksums(checksums, reader.checksums().manual().map(Checksum::text));
        }
    }

    public int steps() {
        return checksums.size();
    }
}
