package dev.tenon.schema.internal.migrations.file;

import dev.tenon.schema.MigrationName;

/** A migration of a directory: its journal entry, and its SQL, which is read on demand. */
public final class Migration {

    private final DirectoryFiles files;
    private final JournalEntry entry;
    private final ChecksumCache sums;

    public Migration(DirectoryFiles files, JournalEntry entry, ChecksumCache sums) {
        this.files = files;
        this.entry = entry;
        this.sums = sums;
    }

    /** Its number and name. */
    public MigrationName name() {
        return entry.migration();
    }

    /** Its journal entry. */
    public JournalEntry entry() {
        return entry;
    }

    /** Its SQL file, as the directory's user names it. */
    public String file() {
        return files.display(name().sqlFile());
    }

    /**
     * Opens its SQL file; the caller closes it.
     *
     * @throws MigrationDirectoryException if it is missing or cannot be read
     */
    public StepReader steps() {
        return files.steps(name());
    }

    /**
     * The checksums of its SQL file at the time of the first call.
     *
     * @throws MigrationDirectoryException if it is missing or cannot be read
     */
    public MigrationChecksums checksums() {
        return sums.of(name());
    }

    /** For example {@code 0007_add_role}. */
    @Override
    public String toString() {
        return name().toString();
    }
}
