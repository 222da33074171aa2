package dev.tenon.schema.internal.migrations.file;

import dev.tenon.schema.MigrationName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ordered list of a directory's migrations.
 *
 * @param entries one for each migration, oldest first
 */
public record Journal(List<JournalEntry> entries) {

    /** The journal of a directory without migrations. */
    public static final Journal EMPTY = new Journal(List.of());

    public Journal {
        entries = List.copyOf(entries);
    }

    /** The entry of the newest migration. */
    public Optional<JournalEntry> newest() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
    }

    /** The chain hash of the newest migration, which represents the whole history up to it. */
    public Optional<Checksum> head() {
        return newest().map(JournalEntry::nextParent);
    }

    /** The number that the next migration gets. */
    public int nextNumber() {
        return newest().map(entry -> entry.migration().number() + 1).orElse(1);
    }

    /** The migrations that squashed ones replaced. */
    public List<MigrationName> replaced() {
        return entries.stream()
                .flatMap(entry -> entry.replaces().stream())
                .map(ReplacedMigration::migration)
                .toList();
    }

    /** The entry of a migration. */
    Optional<JournalEntry> entry(MigrationName migration) {
        return entries.stream()
                .filter(entry -> entry.migration().equals(migration))
                .findFirst();
    }

    public Journal with(JournalEntry entry) {
        List<JournalEntry> more = new ArrayList<>(entries);
        more.add(entry);
        return new Journal(more);
    }

    /** The journal as it was when this migration was the newest. */
    public Journal upTo(MigrationName migration) {
        int end = entry(migration).map(entries::indexOf).orElse(-1) + 1;
        if (end == 0) {
            throw new IllegalArgumentException("the journal has no migration " + migration);
        }
        return new Journal(entries.subList(0, end));
    }

    public Journal withoutNewest() {
        return new Journal(entries.subList(0, entries.size() - 1));
    }
}
