package dev.tenon.runtime.internal.history;

import dev.tenon.schema.MigrationName;
import dev.tenon.schema.internal.migrations.file.Checksum;
import dev.tenon.schema.internal.migrations.file.Migration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Caches the step checksums of one run, so that each file is read once. */
public final class StepChecksumCache implements ManualParts {

    private final Map<MigrationName, StepChecksums> read = new HashMap<>();

    /** Returns the checksums; reads the file on the first call. */
    public StepChecksums of(Migration migration) {
        return read.computeIfAbsent(migration.name(), name -> StepChecksums.of(migration));
    }

    /** The checksum of the file as it ran, else as it was when the directory was read. */
    @Override
    public Optional<String> of(Migration migration, HistoryRow last) {
        StepChecksums outline = read.get(migration.name());
        return outline == null ? migration.checksums().manual().map(Checksum::text) : outline.manual();
    }
}
