package dev.tenon.schema.history;

import dev.tenon.schema.Schema;
import dev.tenon.schema.json.JsonValue;
import dev.tenon.schema.json.JsonWriter;
import dev.tenon.schema.json.Snapshots;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a migrations directory: adds or removes a migration, or records manual parts. */
final class DirectoryWriter {

    /** What a write itself sees to. */
    private static final Set<ProblemCode> MENDED_BY_WRITING =
            Set.of(ProblemCode.MANUAL_PART_CHANGED, ProblemCode.INTERRUPTED_WRITE);

    private final DirectoryFiles files;
    private final FolderLocation location;
    private final WriteFolder folder;
    private final ExclusiveAccess access;

    DirectoryWriter(FolderLocation location, DiskOps ops) {
        this.location = location;
        this.files = new DirectoryFiles(location);
        this.folder = new WriteFolder(location.path(), ops);
        this.access = new ExclusiveAccess(folder, location.display(""));
    }

    /** Adds a migration, and records what authors wrote by hand. */
    void write(NewMigration migration) {
        access.run(() -> {
            Sealing sealing = sealing();
            Journal journal = sealing.journal();
            requireUnmoved(migration, journal);
            JsonValue before = snapshot(journal);
            JsonValue after = Snapshots.tree(migration.snapshot());
            String snapshot = JsonWriter.write(after);
            ChangeFile changes = ChangeFile.between(before, after);
            JournalEntry entry = JournalEntry.chained(
                    migration.name(), journal.head(), checksums(migration), Checksum.of(snapshot), changes.checksum());
            List<FileChange> writes = new ArrayList<>(sealing.changes());
            writes.add(FileChange.put(migration.name().changeFile(), changes.write()));
            writes.add(FileChange.put(migration.name().sqlFile(), migration.sql()));
            put(writes, snapshot, journal.with(entry));
            return true;
        });
    }

    /** Records manual parts, and returns whether there was anything to record. */
    boolean seal() {
        return access.run(() -> {
            Sealing sealing = sealing();
            boolean changed = !sealing.journal().equals(files.journal());
            if (changed) {
                put(sealing.changes(), JsonWriter.write(snapshot(sealing.journal())), sealing.journal());
            }
            return changed;
        });
    }

    /** Removes the newest migration, if there is one. */
    Optional<MigrationName> drop(boolean withManualPart) {
        return access.run(() -> {
            Journal journal = sealing().journal();
            if (journal.newest().isEmpty()) {
                return Optional.empty();
            }
            JournalEntry newest = journal.newest().get();
            MigrationName name = newest.migration();
            if (newest.manual().isPresent() && !withManualPart) {
                throw Mismatch.manualPartAtRisk(files.display(name.sqlFile()));
            }
            JsonValue before = files.changes(name).backward(snapshot(journal));
            List<FileChange> writes =
                    new ArrayList<>(List.of(FileChange.remove(name.sqlFile()), FileChange.remove(name.changeFile())));
            put(writes, JsonWriter.write(before), journal.withoutNewest());
            return Optional.of(name);
        });
    }

    /** Moves the migrations that a merge left over after the others, and returns their old and new names. */
    List<Moved> rebase(Side moving, Redraft redraft) {
        return access.run(() -> {
            Rebase rebase = Rebase.of(files, moving, redraft);
            if (!rebase.moved().isEmpty()) {
                put(rebase.writes(), rebase.snapshot(), rebase.journal());
            }
            return rebase.moved();
        });
    }

    /** Recovers the directory after an interrupted write, and returns whether that was necessary. */
    boolean recover() {
        boolean needed = location.exists() && !Leftovers.find(files).isEmpty();
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
    private Sealing sealing() {
        Journal journal = files.journal();
        SqlSums sums = new SqlSums(files);
        Sealing sealing = Sealing.of(files, sums, journal);
        Set<String> recorded = sealing.journal().entries().stream()
                .map(entry -> files.display(entry.migration().sqlFile()))
                .collect(Collectors.toSet());
        for (Problem problem : new DirectoryCheck(files, sums).withoutFolding()) {
            boolean mended = MENDED_BY_WRITING.contains(problem.code())
                    || (problem.code() == ProblemCode.NOT_IN_JOURNAL && recorded.contains(problem.file()));
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
                .orElseGet(() -> Snapshots.tree(Schema.EMPTY));
    }

    private void requireUnmoved(NewMigration migration, Journal journal) {
        boolean made = migration.parent().equals(journal.head());
        if (!made || migration.name().number() != journal.nextNumber()) {
            throw Problem.of(
                            ProblemCode.MOVED_ON,
                            files.display(MigrationFiles.JOURNAL),
                            migration.name() + " was generated for an earlier state of this directory",
                            "generate it again")
                    .exception();
        }
    }

    private PartChecksums checksums(NewMigration migration) {
        byte[] sql = migration.sql().getBytes(StandardCharsets.UTF_8);
        String file = files.display(migration.name().sqlFile());
        try (StepReader steps = new StepReader(file, new ByteArrayInputStream(sql))) {
            return steps.checksums();
        }
    }
}
