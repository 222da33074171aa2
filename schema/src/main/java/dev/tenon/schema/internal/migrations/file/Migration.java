package dev.tenon.schema.internal.migrations.file;

import dev.tenon.schema.MigrationName;
import java.util.function.UnaryOperator;

/** A migration of a directory: its journal entry, and its SQL, which is read on demand. */
public final class Migration {

    private final DirectoryFiles files;
    private final JournalEntry entry;
    private final ChecksumCache sums;
    private final UnaryOperator<String> executed;

    public Migration(DirectoryFiles files, JournalEntry entry, ChecksumCache sums) {
        this(files, entry, sums, UnaryOperator.identity());
    }

    private Migration(DirectoryFiles files, JournalEntry entry, ChecksumCache sums, UnaryOperator<String> executed) {
        this.executed = executed;
        this.files = files;
        this.entry = entry;
        this.sums = sums;
    }

    /**
     * A plan that runs like a migration, but is in no directory.
     *
     * @param entry the journal entry of the migration that it belongs to
     * @param title the plan as a user names it
     * @param text its steps, in the form of a migration file
     */
    public static Migration planned(JournalEntry entry, String title, String text) {
        DirectoryFiles files =
                new DirectoryFiles(new MemoryLocation(title, entry.migration().sqlFile(), text));
        return new Migration(files, entry, new ChecksumCache(files));
    }

    /**
     * The same migration, whose statements run in another form than the file has them.
     *
     * @param other returns what runs instead of a statement
     */
    public Migration executed(UnaryOperator<String> other) {
        return new Migration(files, entry, sums, other);
    }

    /** What runs instead of a statement of the file. */
    public String executed(String statement) {
        return executed.apply(statement);
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
