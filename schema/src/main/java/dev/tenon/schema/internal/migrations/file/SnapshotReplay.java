package dev.tenon.schema.internal.migrations.file;

import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.json.JsonValue;
import dev.tenon.schema.internal.json.JsonWriter;
import dev.tenon.schema.internal.json.SnapshotJson;
import java.util.List;
import java.util.Optional;

/** Applies the change files in order and checks that the result has the snapshot checksum that the journal records. */
public final class SnapshotReplay {

    private final DirectoryFiles files;
    private final Journal journal;

    public SnapshotReplay(DirectoryFiles files, Journal journal) {
        this.files = files;
        this.journal = journal;
    }

    /**
     * The schema after the newest migration, as JSON. Only if it does not match the journal, each step is compared, to
     * find the wrong one; that is slow for a long history of a large schema.
     *
     * @param changes one for each entry of the journal
     * @throws MigrationDirectoryException at the first change file that does not lead to the snapshot that the journal
     *     records
     */
    public JsonValue fold(List<ChangeFile> changes) {
        try {
            JsonValue tree = SnapshotJson.tree(Schema.EMPTY);
            for (ChangeFile each : changes) {
                tree = each.forward(tree);
            }
            if (changes.isEmpty() || leadsTo(tree, journal.entries().get(changes.size() - 1))) {
                return tree;
            }
        } catch (IllegalArgumentException misfit) {
            return stepByStep(changes);
        }
        return stepByStep(changes);
    }

    private JsonValue stepByStep(List<ChangeFile> changes) {
        JsonValue tree = SnapshotJson.tree(Schema.EMPTY);
        for (int i = 0; i < changes.size(); i++) {
            JournalEntry entry = journal.entries().get(i);
            try {
                tree = changes.get(i).forward(tree);
            } catch (IllegalArgumentException misfit) {
                throw misfit(entry, String.valueOf(misfit.getMessage()));
            }
            if (!leadsTo(tree, entry)) {
                throw misfit(entry, "the change file does not lead to the snapshot that the journal records after it");
            }
        }
        return tree;
    }

    private static boolean leadsTo(JsonValue tree, JournalEntry entry) {
        return Checksum.of(JsonWriter.write(tree)).equals(entry.snapshot());
    }

    /** Compares the snapshot file with the journal. */
    public Optional<DirectoryProblem> newest() {
        return newest(files.snapshot());
    }

    /** Compares a snapshot file that was read already with the journal. */
    public Optional<DirectoryProblem> newest(Optional<SnapshotFile> snapshot) {
        String file = files.display(MigrationFiles.SNAPSHOT);
        if (journal.newest().isEmpty()) {
            return snapshot.map(there -> DirectoryProblem.of(
                    DirectoryProblemCode.SNAPSHOT_MISMATCH,
                    file,
                    "there is a snapshot, but the journal has no migration",
                    "restore the journal from version control, or delete the snapshot"));
        }
        SnapshotFile there = snapshot.orElseThrow(() -> FileErrors.missing(file));
        JournalEntry newest = journal.newest().get();
        return there.has(newest.snapshot())
                ? Optional.empty()
                : Optional.of(ProblemMessages.snapshotIsNotTheJournals(file, newest));
    }

    private MigrationDirectoryException misfit(JournalEntry entry, String what) {
        return DirectoryProblem.of(
                        DirectoryProblemCode.SNAPSHOT_MISMATCH,
                        files.display(entry.migration().changeFile()),
                        what,
                        "restore the directory from version control; after a merge, run 'tenon rebase'")
                .exception();
    }
}
