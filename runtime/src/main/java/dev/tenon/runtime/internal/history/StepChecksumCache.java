package dev.tenon.runtime.internal.history;

import dev.tenon.schema.MigrationName;
import dev.tenon.schema.internal.migrations.file.Checksum;
import dev.tenon.schema.internal.migrations.file.Migration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The outlines of the migrations of one run, so that each file is read once for them, however long it is. */
public final class StepChecksumCache implements ManualParts {

    private final Map<MigrationName, StepChecksums> read = new HashMap<>();

    /** The outline, from the file if nobody has asked for it yet. */
    public StepChecksums of(Migration migration) {
        return read.computeIfAbsent(migration.name(), name -> StepChecksums.of(migration));
    }

    /** As the file was when it ran, or else when the directory was looked at. */
    @Override
    public Optional<String> of(Migration migration, HistoryRow last) {
        StepChecksums outline = read.get(migration.name());
        return outline == null ? migration.checksums().manual().map(Checksum::text) : outline.manual();
    }
}
