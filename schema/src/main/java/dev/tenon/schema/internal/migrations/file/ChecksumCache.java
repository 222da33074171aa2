package dev.tenon.schema.internal.migrations.file;

import dev.tenon.schema.MigrationName;
import java.util.HashMap;
import java.util.Map;

/** The checksums of SQL files during one check of a directory. Each file is read once. */
public final class ChecksumCache {

    private final DirectoryFiles files;
    private final Map<MigrationName, MigrationChecksums> known = new HashMap<>();

    public ChecksumCache(DirectoryFiles files) {
        this.files = files;
    }

    /**
     * The checksums of the parts of a migration's SQL file.
     *
     * @throws MigrationDirectoryException if it is missing or cannot be read
     */
    public MigrationChecksums of(MigrationName migration) {
        MigrationChecksums before = known.get(migration);
        if (before != null) {
            return before;
        }
        try (StepReader steps = files.steps(migration)) {
            MigrationChecksums read = steps.checksums();
            known.put(migration, read);
            return read;
        }
    }
}
