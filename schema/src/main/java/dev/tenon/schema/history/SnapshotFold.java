package dev.tenon.schema.history;

import dev.tenon.schema.Schema;
import dev.tenon.schema.json.JsonValue;
import dev.tenon.schema.json.JsonWriter;
import dev.tenon.schema.json.Snapshots;
import java.util.List;
import java.util.Optional;

/** Folds the change files, one after the other, into the snapshots whose checksums the journal has, and makes sure that they do. */
final class SnapshotFold {

    private final DirectoryFiles files;
    private final Journal journal;

    SnapshotFold(DirectoryFiles files, Journal journal) {
        this.files = files;
        this.journal = journal;
    }

    /**
     * The schema after the newest migration, as JSON.
     *
     * @param changes one for each entry of the journal
     * @throws HistoryException at the first change file that does not lead where the journal says
     */
    JsonValue fold(List<ChangeFile> changes) {
        JsonValue tree = Snapshots.tree(Schema.EMPTY);
        for (int i = 0; i < changes.size(); i++) {
            JournalEntry entry = journal.entries().get(i);
            try {
                tree = changes.get(i).forward(tree);
            } catch (IllegalArgumentException misfit) {
                throw misfit(entry, String.valueOf(misfit.getMessage()));
            }
            if (!Checksum.of(JsonWriter.write(tree)).equals(entry.snapshot())) {
                throw misfit(entry, "it does not lead to the snapshot that the journal has after it");
            }
        }
        return tree;
    }

    /** Compares the snapshot file with the journal. */
    Optional<Problem> newest() {
        String file = files.display(MigrationFiles.SNAPSHOT);
        Optional<JsonValue> snapshot = files.snapshot();
        if (journal.newest().isEmpty()) {
            return snapshot.map(there -> Problem.of(
                    ProblemCode.SNAPSHOT_MISMATCH,
                    file,
                    "there is a snapshot, but no migration that leads to it",
                    "restore the journal from version control, or delete the snapshot"));
        }
        JsonValue there = snapshot.orElseThrow(() -> Access.missing(file));
        JournalEntry newest = journal.newest().get();
        boolean same = Checksum.of(JsonWriter.write(there)).equals(newest.snapshot());
        return same ? Optional.empty() : Optional.of(Mismatch.snapshotIsNotTheJournals(file, newest));
    }

    private HistoryException misfit(JournalEntry entry, String what) {
        return Problem.of(
                        ProblemCode.SNAPSHOT_MISMATCH,
                        files.display(entry.migration().changeFile()),
                        what,
                        "restore the directory from version control; after a merge, run 'tenon rebase'")
                .exception();
    }
}
