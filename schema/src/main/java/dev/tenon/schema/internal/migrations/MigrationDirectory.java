package dev.tenon.schema.internal.migrations;

import dev.tenon.schema.Leftover;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.migrations.check.DirectoryCheck;
import dev.tenon.schema.internal.migrations.check.DirectoryInspection;
import dev.tenon.schema.internal.migrations.file.Checksum;
import dev.tenon.schema.internal.migrations.file.ChecksumCache;
import dev.tenon.schema.internal.migrations.file.ClasspathLocation;
import dev.tenon.schema.internal.migrations.file.DirectoryFiles;
import dev.tenon.schema.internal.migrations.file.DirectoryFingerprint;
import dev.tenon.schema.internal.migrations.file.DirectoryHead;
import dev.tenon.schema.internal.migrations.file.DirectoryLocation;
import dev.tenon.schema.internal.migrations.file.DirectoryProblem;
import dev.tenon.schema.internal.migrations.file.DirectoryProblemCode;
import dev.tenon.schema.internal.migrations.file.FolderLocation;
import dev.tenon.schema.internal.migrations.file.Journal;
import dev.tenon.schema.internal.migrations.file.JournalEntry;
import dev.tenon.schema.internal.migrations.file.JournalFile;
import dev.tenon.schema.internal.migrations.file.LatestSnapshot;
import dev.tenon.schema.internal.migrations.file.LeftoversFile;
import dev.tenon.schema.internal.migrations.file.Migration;
import dev.tenon.schema.internal.migrations.file.MigrationDirectoryException;
import dev.tenon.schema.internal.migrations.file.MigrationFiles;
import dev.tenon.schema.internal.migrations.file.MissingMigrations;
import dev.tenon.schema.internal.migrations.transaction.FileOperations;
import dev.tenon.schema.internal.migrations.write.DirectoryWriter;
import dev.tenon.schema.internal.migrations.write.JournalUpdate;
import dev.tenon.schema.internal.migrations.write.MergeSide;
import dev.tenon.schema.internal.migrations.write.MigrationRegenerator;
import dev.tenon.schema.internal.migrations.write.NewMigration;
import dev.tenon.schema.internal.migrations.write.RebasedMigration;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A migrations directory: numbered SQL files, and in {@code meta} the journal, the newest snapshot and the change
 * files. Every call reads it again. SQL is read only with a migration's steps.
 */
public final class MigrationDirectory {

    private static final String CLASSPATH = "classpath:";

    private final DirectoryLocation location;
    private final DirectoryFiles files;
    private final DirectorySnapshots snapshots;

    private MigrationDirectory(DirectoryLocation location) {
        this.location = location;
        this.files = new DirectoryFiles(location);
        this.snapshots = new DirectorySnapshots(files);
    }

    /** A directory in the file system, which need not exist yet. */
    public static MigrationDirectory at(Path path) {
        return new MigrationDirectory(new FolderLocation(path));
    }

    /**
     * A read-only directory on a class path.
     *
     * @param loader the class loader that finds it
     * @param folder its name, for example {@code db/migrations}
     */
    static MigrationDirectory onClasspath(ClassLoader loader, String folder) {
        return new MigrationDirectory(new ClasspathLocation(loader, folder));
    }

    /**
     * A directory by its location.
     *
     * @param location {@code classpath:} and a folder's name, or a path in the file system
     * @param loader the class loader for the class path
     */
    public static MigrationDirectory of(String location, ClassLoader loader) {
        return location.startsWith(CLASSPATH)
                ? onClasspath(loader, location.substring(CLASSPATH.length()))
                : at(Path.of(location));
    }

    /** Whether it exists. */
    public boolean exists() {
        return location.exists();
    }

    /** The problem of a directory without the expected migrations. It suggests nearby directories that may be meant. */
    public DirectoryProblem absence() {
        return MissingMigrations.at(location);
    }

    /**
     * The journal; empty for a directory without migrations.
     *
     * @throws MigrationDirectoryException if there is no directory, or its journal is missing or broken
     */
    public Journal journal() {
        files.requireLocation();
        return files.json(MigrationFiles.JOURNAL, JournalFile::read).orElseGet(() -> {
            if (files.list("").orElse(List.of()).stream().anyMatch(name -> name.endsWith(".sql"))) {
                throw DirectoryProblem.of(
                                DirectoryProblemCode.FILE_MISSING,
                                files.display(MigrationFiles.JOURNAL),
                                "the journal is missing, but the directory contains SQL files",
                                "restore it from version control, or run 'tenon generate' to record your own SQL files")
                        .exception();
            }
            return Journal.EMPTY;
        });
    }

    /**
     * The migrations of the journal, oldest first.
     *
     * @throws MigrationDirectoryException as {@link #journal()}
     */
    public List<Migration> migrations() {
        return migrations(journal(), new ChecksumCache(files));
    }

    private List<Migration> migrations(Journal journal, ChecksumCache sums) {
        return journal.entries().stream()
                .map(entry -> new Migration(files, entry, sums))
                .toList();
    }

    /**
     * The schema after the newest migration.
     *
     * @throws MigrationDirectoryException as {@link #journal()}, and if the snapshot is missing, broken or does not
     *     match the journal
     */
    public Schema snapshot() {
        return snapshots.of(journal()).schema();
    }

    /**
     * The schema after the newest migration, which is read in parts. Without a migration this fails, because a
     * comparison with nothing would always succeed. The file is read once, by this call.
     *
     * @throws MigrationDirectoryException as {@link #journal()}, and if there is no migration
     */
    public LatestSnapshot newest() {
        Journal journal = journal();
        if (journal.entries().isEmpty()) {
            throw absence().exception();
        }
        return snapshots.of(journal);
    }

    /**
     * The schema after a migration, from the change files up to it.
     *
     * @throws MigrationDirectoryException as {@link #journal()}, and if the change files do not lead to its snapshot
     */
    public Schema snapshotAfter(MigrationName migration) {
        return snapshots.after(journal().upTo(migration));
    }

    /**
     * The schema of a database that lacks some of the migrations: the newest snapshot with their changes reverted, the
     * newest first.
     *
     * @param missing the migrations that the database lacks
     * @return empty if a migration that the database has depends on one that it lacks, so that the schema is unknown
     * @throws MigrationDirectoryException as {@link #snapshot()}, and if a change file is missing or broken, or the
     *     change files do not lead to the snapshot
     */
    public Optional<Schema> snapshotWithout(Set<MigrationName> missing) {
        return snapshots.without(journal(), missing);
    }

    /**
     * What reviewers accepted that databases have beyond the snapshot; none without a file.
     *
     * @throws MigrationDirectoryException if the file is broken
     */
    public List<Leftover> leftovers() {
        return files.json(MigrationFiles.LEFTOVERS, LeftoversFile::read).orElse(List.of());
    }

    /**
     * Adds leftovers to the file that reviewers read.
     *
     * @return the file, as a user names it
     * @throws MigrationDirectoryException if the directory cannot be written
     */
    public String addLeftovers(Collection<Leftover> more) {
        files.requireLocation();
        writer().addLeftovers(more);
        return files.display(MigrationFiles.LEFTOVERS);
    }

    /** All problems of the directory; empty if there are none. Reads all files, including SQL. */
    public List<DirectoryProblem> check() {
        return new DirectoryCheck(files, new ChecksumCache(files)).run();
    }

    /**
     * Finds the problems that a directory may have after Tenon wrote it. Reads all files, but trusts that unchanged
     * change files lead to the snapshot.
     */
    public DirectoryInspection inspect() {
        ChecksumCache sums = new ChecksumCache(files);
        DirectoryCheck check = new DirectoryCheck(files, sums);
        List<DirectoryProblem> problems = check.withoutFolding();
        return new DirectoryInspection(problems, migrations(check.journal(), sums));
    }

    /**
     * One checksum of the names and bytes of all files. While it is the same, {@link #inspect()} finds the same
     * problems.
     *
     * @return empty if the files cannot be listed, as on some class paths
     * @throws MigrationDirectoryException if there is no directory, or one of its files cannot be read
     */
    public Optional<Checksum> fingerprint() {
        return DirectoryFingerprint.of(files.requireLocation());
    }

    /**
     * The state on which the next migration builds: the newest migration, or the last of the manual migrations after it
     * that are not in the journal yet. The directory need not exist.
     *
     * @throws MigrationDirectoryException if the journal, the snapshot or an SQL file is broken
     */
    public DirectoryHead head() {
        if (!exists()) {
            return new DirectoryHead(1, Optional.empty(), Schema.EMPTY);
        }
        files.requireLocation();
        Journal journal = files.journal();
        Journal sealed =
                JournalUpdate.of(files, new ChecksumCache(files), journal).journal();
        return new DirectoryHead(
                sealed.nextNumber(), sealed.head(), snapshots.of(journal).schema());
    }

    /**
     * Records manual parts that were added, changed or removed, and files without a generated part that have the
     * numbers after the newest migration. Writes all files or none.
     *
     * @return whether there was anything to record
     * @throws MigrationDirectoryException if anything else is wrong with the directory, or it cannot be written
     */
    public boolean recordManualParts() {
        files.requireLocation();
        return writer().recordManualParts();
    }

    /**
     * Writes a migration with its change file, the snapshot and the journal, and records manual parts. Creates the
     * directory if it does not exist. Writes all files or none, even if the process is killed.
     *
     * @throws MigrationDirectoryException if anything else is wrong with the directory, if the migration was not
     *     generated for {@link #head()}, or if the directory cannot be written
     */
    public void write(NewMigration migration) {
        writer().write(migration);
    }

    /**
     * Removes the newest migration and reverts the snapshot. The caller must know whether a database has the migration.
     *
     * @param withManualPart whether it may be removed although it has a manual part
     * @return the removed migration; empty if there is none
     * @throws MigrationDirectoryException if anything is wrong with the directory, or it cannot be written
     */
    public Optional<MigrationName> drop(boolean withManualPart) {
        files.requireLocation();
        return writer().drop(withManualPart);
    }

    /**
     * Moves the migrations that a merge left over after those that stay. Each gets the next number and is regenerated
     * for the schema that it now follows; its manual part is kept. If git left conflict markers in the journal, the
     * migrations of one side move; otherwise those that are not in the journal.
     *
     * @param moving the side whose migrations move, if the journal has conflict markers
     * @param redraft regenerates their generated parts
     * @return the moved migrations, in order; empty if there are none
     * @throws MigrationDirectoryException if the migrations that stay have problems, if one that moves changes the same
     *     object as they do, or if the directory cannot be written; then no file changes
     */
    public List<RebasedMigration> rebase(MergeSide moving, MigrationRegenerator redraft) {
        files.requireLocation();
        return writer().rebase(moving, redraft);
    }

    /**
     * Replaces the first migrations by one that creates the same schema. Databases that have applied all of them count
     * as having applied the new one; the migrations after it stay as they are. Writes all files or none.
     *
     * @param number the number of the last migration to replace, which the new one gets
     * @param name the name of the new migration
     * @param withManualParts whether to append the manual parts of the replaced migrations to it
     * @param draft generates its SQL
     * @return the journal entry of the new migration
     * @throws MigrationDirectoryException if there are fewer than two migrations up to that number, if one has a manual
     *     part and these are not wanted, if anything is wrong with the directory, or it cannot be written
     */
    public JournalEntry squash(int number, String name, boolean withManualParts, MigrationRegenerator draft) {
        files.requireLocation();
        return writer().squash(number, name, withManualParts, draft);
    }

    /**
     * Undoes an interrupted write, or removes the data that it left if it was complete.
     *
     * @return whether there was anything to do
     * @throws MigrationDirectoryException if a file has been changed since, or the directory cannot be written
     */
    public boolean recover() {
        return location instanceof FolderLocation && writer().recover();
    }

    private DirectoryWriter writer() {
        if (location instanceof FolderLocation folder) {
            return new DirectoryWriter(folder, new FileOperations());
        }
        throw DirectoryProblem.of(
                        DirectoryProblemCode.NO_ACCESS,
                        files.display(""),
                        "a migrations directory on the class path is read-only",
                        "specify the path of the directory in the sources")
                .exception();
    }
}
