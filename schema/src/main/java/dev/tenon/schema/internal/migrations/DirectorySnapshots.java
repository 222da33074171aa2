package dev.tenon.schema.internal.migrations;

import dev.tenon.schema.MigrationName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.json.JsonValue;
import dev.tenon.schema.internal.json.SnapshotJson;
import dev.tenon.schema.internal.migrations.file.ChangeFile;
import dev.tenon.schema.internal.migrations.file.DirectoryFiles;
import dev.tenon.schema.internal.migrations.file.Journal;
import dev.tenon.schema.internal.migrations.file.JournalEntry;
import dev.tenon.schema.internal.migrations.file.LatestSnapshot;
import dev.tenon.schema.internal.migrations.file.MigrationFiles;
import dev.tenon.schema.internal.migrations.file.SnapshotFile;
import dev.tenon.schema.internal.migrations.file.SnapshotReplay;
import dev.tenon.schema.internal.migrations.transaction.InterruptedWrite;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The schemas after the migrations of a directory, from its newest snapshot and its change files. */
final class DirectorySnapshots {

    private final DirectoryFiles files;

    DirectorySnapshots(DirectoryFiles files) {
        this.files = files;
    }

    /** The schema after the newest migration of the journal; empty without migrations. */
    LatestSnapshot of(Journal journal) {
        if (journal.entries().isEmpty()) {
            return new LatestSnapshot(() -> Schema.EMPTY, () -> Schema.EMPTY);
        }
        SnapshotReplay fold = new SnapshotReplay(files, journal);
        // The snapshot of a write that was interrupted may be ahead of the journal; the change files are not.
        if (InterruptedWrite.targets(files).contains(MigrationFiles.SNAPSHOT)) {
            Schema folded = SnapshotJson.read(fold.fold(changes(journal)));
            return new LatestSnapshot(() -> folded, () -> folded);
        }
        Optional<SnapshotFile> snapshot = files.snapshot();
        return new LatestSnapshot(() -> snapshot.map(SnapshotFile::outline).orElse(Schema.EMPTY), () -> {
            fold.newest(snapshot).ifPresent(problem -> {
                throw problem.exception();
            });
            return snapshot.orElseThrow().schema();
        });
    }

    /** The schema after a journal, from the change files of its migrations. */
    Schema after(Journal journal) {
        return SnapshotJson.read(new SnapshotReplay(files, journal).fold(changes(journal)));
    }

    /** The newest snapshot with what the missing migrations changed taken back; empty where another migration builds on one. */
    Optional<Schema> without(Journal journal, Set<MigrationName> missing) {
        List<MigrationName> all =
                journal.entries().stream().map(JournalEntry::migration).toList();
        List<MigrationName> back = all.stream()
                .filter(missing::contains)
                .sorted(Comparator.reverseOrder())
                .toList();
        if (back.isEmpty()) {
            return Optional.of(of(journal).schema());
        }
        if (back.size() == all.size()) {
            return Optional.of(Schema.EMPTY);
        }
        MigrationName last = all.get(all.size() - back.size() - 1);
        boolean newestOnes = back.get(back.size() - 1).compareTo(last) > 0;
        return newestOnes
                ? Optional.of(after(journal.upTo(last)))
                : reverted(of(journal).schema(), back);
    }

    private Optional<Schema> reverted(Schema newest, List<MigrationName> back) {
        JsonValue tree = SnapshotJson.tree(newest);
        try {
            for (MigrationName each : back) {
                tree = files.changes(each).backward(tree);
            }
            return Optional.of(SnapshotJson.read(tree));
        } catch (IllegalArgumentException misfit) {
            return Optional.empty();
        }
    }

    private List<ChangeFile> changes(Journal journal) {
        return journal.entries().stream()
                .map(entry -> files.changes(entry.migration()))
                .toList();
    }
}
