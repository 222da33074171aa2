package dev.tenon.schema.internal.migrations.write;

import dev.tenon.schema.MigrationName;
import dev.tenon.schema.internal.json.JsonValue;
import dev.tenon.schema.internal.json.JsonWriter;
import dev.tenon.schema.internal.json.SnapshotJson;
import dev.tenon.schema.internal.migrations.check.MigrationCheck;
import dev.tenon.schema.internal.migrations.file.ChangeFile;
import dev.tenon.schema.internal.migrations.file.Checksum;
import dev.tenon.schema.internal.migrations.file.ChecksumCache;
import dev.tenon.schema.internal.migrations.file.DirectoryFiles;
import dev.tenon.schema.internal.migrations.file.DirectoryProblem;
import dev.tenon.schema.internal.migrations.file.DirectoryProblemCode;
import dev.tenon.schema.internal.migrations.file.Journal;
import dev.tenon.schema.internal.migrations.file.JournalEntry;
import dev.tenon.schema.internal.migrations.file.SnapshotReplay;
import dev.tenon.schema.internal.migrations.file.StepReader;
import dev.tenon.schema.internal.migrations.transaction.FileChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Moves migrations that a merge left over to the end of the journal, in order. The changes of each migration stay the
 * same.
 */
final class RebasedJournal {

    private static final ChangeFile NOTHING = new ChangeFile(List.of());

    private final DirectoryFiles files;
    private final ChecksumCache sums;
    private final MigrationRegenerator redraft;
    private final Map<String, FileChange> writes = new LinkedHashMap<>();
    private final List<RebasedMigration> moved = new ArrayList<>();
    private Journal journal;
    private JsonValue tree;

    private RebasedJournal(DirectoryFiles files, MergeState unmerged, MigrationRegenerator redraft) {
        this.files = files;
        this.sums = new ChecksumCache(files);
        this.redraft = redraft;
        this.journal = unmerged.journal();
        this.tree = sound(unmerged.journal());
    }

    /** Computes the files to write; none if no migration moves. */
    static RebasedJournal of(DirectoryFiles files, MergeSide moving, MigrationRegenerator redraft) {
        MergeState unmerged = MergeState.find(files, moving);
        RebasedJournal rebase = new RebasedJournal(files, unmerged, redraft);
        unmerged.migrations().forEach(rebase::remove);
        unmerged.migrations().forEach(rebase::move);
        return rebase;
    }

    List<RebasedMigration> moved() {
        return List.copyOf(moved);
    }

    List<FileChange> writes() {
        return List.copyOf(writes.values());
    }

    Journal journal() {
        return journal;
    }

    String snapshot() {
        return JsonWriter.write(tree);
    }

    /** The schema after the journal that stays; throws if its files have problems. */
    private JsonValue sound(Journal kept) {
        MigrationCheck check = new MigrationCheck(files, sums, problem -> {
            if (problem.code() != DirectoryProblemCode.MANUAL_PART_CHANGED) {
                throw problem.exception();
            }
        });
        List<ChangeFile> changes = new ArrayList<>();
        for (JournalEntry entry : kept.entries()) {
            check.sql(entry);
            changes.add(check.changes(entry));
        }
        return new SnapshotReplay(files, kept).fold(changes);
    }

    private void remove(MigrationName name) {
        write(FileChange.remove(name.sqlFile()));
        write(FileChange.remove(name.changeFile()));
    }

    private void move(MigrationName before) {
        MigrationName after = new MigrationName(journal.nextNumber(), before.name());
        boolean generated = sums.of(before).generated().isPresent();
        String text = files.text(before.sqlFile()).orElseThrow();
        String sql = text;
        JsonValue next = tree;
        if (generated) {
            MigrationRegenerator.Result result =
                    redraft.of(after, SnapshotJson.read(tree), SnapshotJson.read(changed(before)));
            sql = result.sql() + ManualPart.withMarker(text);
            next = SnapshotJson.tree(result.snapshot());
        }
        ChangeFile changes = generated ? ChangeFile.between(tree, next) : NOTHING;
        write(FileChange.put(after.sqlFile(), sql));
        write(FileChange.put(after.changeFile(), changes.write()));
        journal = journal.with(JournalEntry.chained(
                after,
                journal.head(),
                StepReader.checksums(files.display(after.sqlFile()), sql),
                Checksum.of(JsonWriter.write(next)),
                changes.checksum()));
        tree = next;
        moved.add(new RebasedMigration(before, after));
    }

    /** The schema that results from the migration's changes to the schema that it now follows. */
    private JsonValue changed(MigrationName name) {
        try {
            return files.changes(name).forward(tree);
        } catch (IllegalArgumentException misfit) {
            throw DirectoryProblem.of(
                            DirectoryProblemCode.SAME_THING_CHANGED,
                            files.display(name.changeFile()),
                            "a merged migration changed the same object: " + misfit.getMessage(),
                            "delete this migration's two files, merge the entities, and generate it again")
                    .exception();
        }
    }

    private void write(FileChange change) {
        writes.put(change.file(), change);
    }
}
