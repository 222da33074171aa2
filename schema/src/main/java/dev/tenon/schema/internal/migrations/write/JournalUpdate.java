package dev.tenon.schema.internal.migrations.write;

import dev.tenon.schema.MigrationName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.json.SnapshotJson;
import dev.tenon.schema.internal.migrations.file.ChangeFile;
import dev.tenon.schema.internal.migrations.file.Checksum;
import dev.tenon.schema.internal.migrations.file.ChecksumCache;
import dev.tenon.schema.internal.migrations.file.DirectoryFiles;
import dev.tenon.schema.internal.migrations.file.Journal;
import dev.tenon.schema.internal.migrations.file.JournalEntry;
import dev.tenon.schema.internal.migrations.file.MigrationChecksums;
import dev.tenon.schema.internal.migrations.transaction.FileChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Records manual parts that were added, changed or removed, and manual migrations that follow the newest one, in the
 * journal.
 *
 * @param journal the journal after it
 * @param changes the files to write with it, except the journal and the snapshot
 */
public record JournalUpdate(Journal journal, List<FileChange> changes) {

    private static final ChangeFile NOTHING = new ChangeFile(List.of());

    public JournalUpdate {
        changes = List.copyOf(changes);
    }

    public static JournalUpdate of(DirectoryFiles files, ChecksumCache sums, Journal journal) {
        Journal sealed = new Journal(journal.entries().stream()
                .map(entry -> entry.withManual(sums.of(entry.migration()).manual()))
                .toList());
        List<FileChange> changes = new ArrayList<>();
        Optional<MigrationName> next = following(files, sealed);
        while (next.isPresent()) {
            MigrationChecksums parts = sums.of(next.get());
            if (parts.generated().isPresent()) {
                break;
            }
            sealed = sealed.with(entry(sealed, next.get(), parts));
            changes.add(FileChange.put(next.get().changeFile(), NOTHING.write()));
            next = following(files, sealed);
        }
        return new JournalUpdate(sealed, changes);
    }

    private static JournalEntry entry(Journal journal, MigrationName name, MigrationChecksums parts) {
        Checksum snapshot = journal.newest()
                .map(JournalEntry::snapshot)
                .orElseGet(() -> Checksum.of(SnapshotJson.write(Schema.EMPTY)));
        return JournalEntry.chained(name, journal.head(), parts, snapshot, NOTHING.checksum());
    }

    /** The SQL file with the next number; empty if there are several, which the check reports. */
    private static Optional<MigrationName> following(DirectoryFiles files, Journal journal) {
        Predicate<MigrationName> isNext = name -> name.number() == journal.nextNumber();
        List<MigrationName> names = files.migrations().stream().filter(isNext).toList();
        return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
    }
}
