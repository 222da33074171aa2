package dev.tenon.schema.history;

import java.util.HashMap;
import java.util.Map;

/** The checksums of SQL files during one check of a directory. Each file is read once. */
final class SqlSums {

    private final DirectoryFiles files;
    private final Map<MigrationName, PartChecksums> known = new HashMap<>();

    SqlSums(DirectoryFiles files) {
        this.files = files;
    }

    /**
     * The checksums of the parts of a migration's SQL file.
     *
     * @throws HistoryException if it is missing or cannot be read
     */
    PartChecksums of(MigrationName migration) {
        PartChecksums before = known.get(migration);
        if (before != null) {
            return before;
        }
        try (StepReader steps = files.steps(migration)) {
            PartChecksums read = steps.checksums();
            known.put(migration, read);
            return read;
        }
    }
}
