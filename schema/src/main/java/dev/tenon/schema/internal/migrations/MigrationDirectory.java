package dev.tenon.schema.internal.migrations;

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
import dev.tenon.schema.internal.migrations.file.JournalFile;
import dev.tenon.schema.internal.migrations.file.LatestSnapshot;
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

    /** A directory in the file system, which need not be there yet. */
    public static MigrationDirectory at(Path path) {
        return new MigrationDirectory(new FolderLocation(path));
    }

    /**
     * A directory on a class path, for reading only.
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

    /** Why there is no migration, for whoever found none where some must be, with the place near it that may be meant. */
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
     * @throws MigrationDirectoryException as {@link #journal()}, and if the snapshot is missing, broken or not the journal's
     */
    public Schema snapshot() {
        return snapshots.of(journal()).schema();
    }

    /**
     * The same, to be read in parts, of a directory that must have a migration: what is compared with nothing would always be
     * as it should. The file is read now, and once.
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
     * @throws MigrationDirectoryException as {@link #journal()}, and if the change files do not lead to it
     */
    public Schema snapshotAfter(MigrationName migration) {
        return snapshots.after(journal().upTo(migration));
    }

    /**
     * The schema of a database that lacks some of the migrations: the newest snapshot with what these changed taken back, the
     * newest first.
     *
     * @param missing the migrations that the database lacks
     * @return empty where a migration that the database has builds on one that it lacks, so that nobody can tell
     * @throws MigrationDirectoryException as {@link #snapshot()}, and if a change file is missing or broken, or those of the newest
     *     migrations do not lead back
     */
    public Optional<Schema> snapshotWithout(Set<MigrationName> missing) {
        return snapshots.without(journal(), missing);
    }

    /** Everything that is wrong with the directory; nothing if it is in order. Reads all of it, the SQL included. */
    public List<DirectoryProblem> check() {
        return new DirectoryCheck(files, new ChecksumCache(files)).run();
    }

    /**
     * Looks for everything that may be wrong with the directory after Tenon wrote it: reads all of it, but trusts that change
     * files which are as they were written lead to the snapshot.
     */
    public DirectoryInspection inspect() {
        ChecksumCache sums = new ChecksumCache(files);
        DirectoryCheck check = new DirectoryCheck(files, sums);
        List<DirectoryProblem> problems = check.withoutFolding();
        return new DirectoryInspection(problems, migrations(check.journal(), sums));
    }

    /**
     * One checksum of all bytes of all files, and of their names: as long as it stays the same, so does everything that
     * {@link #inspect()} finds.
     *
     * @return empty where the files cannot be listed, as on some class paths
     * @throws MigrationDirectoryException if there is no directory, or one of its files cannot be read
     */
    public Optional<Checksum> fingerprint() {
        return DirectoryFingerprint.of(files.requireLocation());
    }

    /**
     * What the next migration builds on: the newest one, and after it the migrations that authors wrote by hand and no
     * journal has yet. The directory need not be there.
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
     * Records manual parts that were added, changed or removed, and files without a generated part
     * that have the numbers after the newest migration. Nothing is written unless all is.
     *
     * @return whether there was anything to record
     * @throws MigrationDirectoryException if anything else is wrong with the directory, or it cannot be written
     */
    public boolean recordManualParts() {
        files.requireLocation();
        return writer().recordManualParts();
    }

    /**
     * Writes a migration with its change file, the snapshot and the journal, and records what authors wrote by hand. The
     * directory is created if it is not there. Nothing is written unless all is, even if the process is killed.
     *
     * @throws MigrationDirectoryException if anything else is wrong with the directory, if the migration was not made for
     *     {@link #head()}, or if the directory cannot be written
     */
    public void write(NewMigration migration) {
        writer().write(migration);
    }

    /**
     * Removes the newest migration and folds the snapshot back. Whether a database has it is for the caller to know.
     *
     * @param withManualPart whether it may go although authors wrote a part of it by hand
     * @return what was removed; empty where there is no migration
     * @throws MigrationDirectoryException if anything is wrong with the directory, or it cannot be written
     */
    public Optional<MigrationName> drop(boolean withManualPart) {
        files.requireLocation();
        return writer().drop(withManualPart);
    }

    /**
     * Moves the migrations that a merge left over after those that stay: each gets the next number and is regenerated
     * for the schema that it now comes after; what was written by hand is kept. Left aside are, where git left conflict
     * markers in the journal, the migrations of one side, and elsewhere those that the journal does not know.
     *
     * @param moving the side whose migrations go on top, where there are two
     * @param redraft writes their generated parts
     * @return what was moved, in order; nothing where nothing is aside
     * @throws MigrationDirectoryException if the migrations that stay are not in order, if one that moves changes what they
     *     changed too, or if the directory cannot be written; then nothing is
     */
    public List<RebasedMigration> rebase(MergeSide moving, MigrationRegenerator redraft) {
        files.requireLocation();
        return writer().rebase(moving, redraft);
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
