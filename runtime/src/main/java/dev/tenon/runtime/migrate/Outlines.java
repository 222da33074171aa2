package dev.tenon.runtime.migrate;

import dev.tenon.schema.history.Checksum;
import dev.tenon.schema.history.Migration;
import dev.tenon.schema.history.MigrationName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The outlines of the migrations of one run, so that each file is read once for them, however long it is. */
final class Outlines implements ManualParts {

    private final Map<MigrationName, Outline> read = new HashMap<>();

    /** The outline, from the file if nobody has asked for it yet. */
    Outline of(Migration migration) {
        return read.computeIfAbsent(migration.name(), name -> Outline.of(migration));
    }

    /** As the file was when it ran, or else when the directory was looked at. */
    @Override
    public Optional<String> of(Migration migration, HistoryRow last) {
        Outline outline = read.get(migration.name());
        return outline == null ? migration.checksums().manual().map(Checksum::text) : outline.manual();
    }
}
