package dev.tenon.schema.internal.migrations.write;

import dev.tenon.schema.Leftover;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.json.JsonValue;
import dev.tenon.schema.internal.json.JsonWriter;
import dev.tenon.schema.internal.json.SnapshotJson;
import dev.tenon.schema.internal.migrations.check.DirectoryCheck;
import dev.tenon.schema.internal.migrations.file.ChangeFile;
import dev.tenon.schema.internal.migrations.file.Checksum;
import dev.tenon.schema.internal.migrations.file.ChecksumCache;
import dev.tenon.schema.internal.migrations.file.DirectoryFiles;
import dev.tenon.schema.internal.migrations.file.DirectoryProblem;
import dev.tenon.schema.internal.migrations.file.DirectoryProblemCode;
import dev.tenon.schema.internal.migrations.file.FolderLocation;
import dev.tenon.schema.internal.migrations.file.Journal;
import dev.tenon.schema.internal.migrations.file.JournalEntry;
import dev.tenon.schema.internal.migrations.file.JournalFile;
import dev.tenon.schema.internal.migrations.file.LeftoversFile;
import dev.tenon.schema.internal.migrations.file.MigrationFiles;
import dev.tenon.schema.internal.migrations.file.ProblemMessages;
import dev.tenon.schema.internal.migrations.file.SnapshotFile;
import dev.tenon.schema.internal.migrations.file.StepReader;
import dev.tenon.schema.internal.migrations.transaction.AtomicWrite;
import dev.tenon.schema.internal.migrations.transaction.DirectoryTransaction;
import dev.tenon.schema.internal.migrations.transaction.FileChange;
import dev.tenon.schema.internal.migrations.transaction.FileOperations;
import dev.tenon.schema.internal.migrations.transaction.InterruptedWrite;
import dev.tenon.schema.internal.migrations.transaction.WritableDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a migrations directory: adds or removes a migration, or records manual parts. */
public final class DirectoryWriter {

    /** The problems that a write fixes. */
    private static final Set<DirectoryProblemCode> MENDED_BY_WRITING =
            Set.of(DirectoryProblemCode.MANUAL_PART_CHANGED, DirectoryProblemCode.INTERRUPTED_WRITE);

    private final DirectoryFiles files;
    private final FolderLocation location;
    private final WritableDirectory folder;
    private final DirectoryTransaction access;

    public DirectoryWriter(FolderLocation location, FileOperations ops) {
        this.location = location;
        this.files = new DirectoryFiles(location);
        this.folder = new WritableDirectory(location.path(), ops);
        this.access = new DirectoryTransaction(folder, location.display(""));
    }

    /** Adds a migration, and records manual parts. */
    public void write(NewMigration migration) {
        access.run(() -> {
            JournalUpdate sealing = journalUpdate();
            Journal journal = sealing.journal();
            requireUnmoved(migration, journal);
            JsonValue before = snapshot(journal);
            JsonValue after = SnapshotJson.tree(migration.snapshot());
            String snapshot = JsonWriter.write(after);
            ChangeFile changes = ChangeFile.between(before, after);
            JournalEntry entry = JournalEntry.chained(
                    migration.name(),
                    journal.head(),
                    StepReader.checksums(files.display(migration.name().sqlFile()), migration.sql()),
                    Checksum.of(snapshot),
                    changes.checksum());
            List<FileChange> writes = new ArrayList<>(sealing.changes());
            writes.add(FileChange.put(migration.name().changeFile(), changes.write()));
            writes.add(FileChange.put(migration.name().sqlFile(), migration.sql()));
            put(writes, snapshot, journal.with(entry));
            return true;
        });
    }

    /** Records manual parts, and returns whether there was anything to record. */
    public boolean recordManualParts() {
        return access.run(() -> {
            JournalUpdate sealing = journalUpdate();
            boolean changed = !sealing.journal().equals(files.journal());
            if (changed) {
                put(sealing.changes(), JsonWriter.write(snapshot(sealing.journal())), sealing.journal());
            }
            return changed;
        });
    }

    /** Adds leftovers to the file of those that reviewers accepted. */
    public void addLeftovers(Collection<Leftover> more) {
        access.run(() -> {
            List<Leftover> all = new ArrayList<>(
                    files.json(MigrationFiles.LEFTOVERS, LeftoversFile::read).orElse(List.of()));
            all.addAll(more);
            new AtomicWrite(folder).run(List.of(FileChange.put(MigrationFiles.LEFTOVERS, LeftoversFile.write(all))));
            return true;
        });
    }

    /** Removes the newest migration, if there is one. */
    public Optional<MigrationName> drop(boolean withManualPart) {
        return access.run(() -> {
            Journal journal = journalUpdate().journal();
            if (journal.newest().isEmpty()) {
                return Optional.empty();
            }
            JournalEntry newest = journal.newest().get();
            MigrationName name = newest.migration();
            if (!newest.replaces().isEmpty()) {
                throw ProblemMessages.replacedMigrationsAtRisk(
                        files.display(name.sqlFile()), newest.replaces().size());
            }
            if (newest.manual().isPresent() && !withManualPart) {
                throw ProblemMessages.manualPartAtRisk(files.display(name.sqlFile()));
            }
            JsonValue before = files.changes(name).backward(snapshot(journal));
            List<FileChange> writes =
                    new ArrayList<>(List.of(FileChange.remove(name.sqlFile()), FileChange.remove(name.changeFile())));
            put(writes, JsonWriter.write(before), journal.withoutNewest());
            return Optional.of(name);
        });
    }

    /** Moves the migrations that a merge left over after the others, and returns their old and new names. */
    public List<RebasedMigration> rebase(MergeSide moving, MigrationRegenerator redraft) {
        return access.run(() -> {
            RebasedJournal rebase = RebasedJournal.of(files, moving, redraft);
            if (!rebase.moved().isEmpty()) {
                put(rebase.writes(), rebase.snapshot(), rebase.journal());
            }
            return rebase.moved();
        });
    }

    /**
     * Replaces the migrations up to a number by one.
     *
     * @param number the number of the last one
     * @param name the name of the new one
     * @param withManualParts whether to append their manual parts to it
     * @param draft generates its SQL
     * @return the entry of the new migration
     */
    public JournalEntry squash(int number, String name, boolean withManualParts, MigrationRegenerator draft) {
        return access.run(() -> {
            JournalUpdate sealing = journalUpdate();
            SquashedJournal squash = new SquashedJournal(files, sealing.journal(), number, withManualParts);
            JournalEntry entry = squash.run(name, draft);
            List<FileChange> writes = new ArrayList<>(sealing.changes());
            writes.addAll(squash.writes());
            put(writes, JsonWriter.write(snapshot(sealing.journal())), squash.journal());
            return entry;
        });
    }

    /** Recovers the directory after an interrupted write, and returns whether that was necessary. */
    public boolean recover() {
        boolean needed = location.exists() && !InterruptedWrite.find(files).isEmpty();
        return needed && access.run(() -> true);
    }

    private void put(List<FileChange> writes, String snapshot, Journal journal) throws IOException {
        List<FileChange> all = new ArrayList<>(writes);
        all.add(
                journal.entries().isEmpty()
                        ? FileChange.remove(MigrationFiles.SNAPSHOT)
                        : FileChange.put(MigrationFiles.SNAPSHOT, snapshot));
        all.add(FileChange.put(MigrationFiles.JOURNAL, JournalFile.write(journal)));
        new AtomicWrite(folder).run(all);
    }

    /**
     * The manual parts to record before any other write; refused while there are problems that a write does not fix.
     */
    private JournalUpdate journalUpdate() {
        Journal journal = files.journal();
        ChecksumCache sums = new ChecksumCache(files);
        JournalUpdate sealing = JournalUpdate.of(files, sums, journal);
        Set<String> recorded = sealing.journal().entries().stream()
                .map(entry -> files.display(entry.migration().sqlFile()))
                .collect(Collectors.toSet());
        for (DirectoryProblem problem : new DirectoryCheck(files, sums).withoutFolding()) {
            boolean mended = MENDED_BY_WRITING.contains(problem.code())
                    || (problem.code() == DirectoryProblemCode.NOT_IN_JOURNAL && recorded.contains(problem.file()));
            if (!mended) {
                throw problem.exception();
            }
        }
        return sealing;
    }

    private JsonValue snapshot(Journal journal) {
        return journal.newest()
                .flatMap(newest -> files.snapshot())
                .map(SnapshotFile::tree)
                .orElseGet(() -> SnapshotJson.tree(Schema.EMPTY));
    }

    private void requireUnmoved(NewMigration migration, Journal journal) {
        boolean made = migration.parent().equals(journal.head());
        if (!made || migration.name().number() != journal.nextNumber()) {
            throw DirectoryProblem.of(
                            DirectoryProblemCode.MOVED_ON,
                            files.display(MigrationFiles.JOURNAL),
                            migration.name() + " was generated for an earlier state of this directory",
                            "generate it again")
                    .exception();
        }
    }
}
