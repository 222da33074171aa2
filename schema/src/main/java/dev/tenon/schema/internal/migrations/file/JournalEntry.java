package dev.tenon.schema.internal.migrations.file;

import dev.tenon.schema.MigrationName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The journal entry of one migration.
 *
 * @param migration its number and name
 * @param parent the hash of the entry before it; empty for the first
 * @param generated the checksum of the generated part of its SQL file; empty if there is none
 * @param manual the checksum of the manual part; empty if there is none
 * @param snapshot the checksum of the schema after it, as canonical JSON
 * @param changes the checksum of its change file, as canonical JSON
 * @param replaces the migrations that it replaces, with consecutive numbers up to its own; usually none
 * @param hash the chain hash of all other attributes except {@code manual}
 */
public record JournalEntry(
        MigrationName migration,
        Optional<Checksum> parent,
        Optional<Checksum> generated,
        Optional<Checksum> manual,
        Checksum snapshot,
        Checksum changes,
        List<ReplacedMigration> replaces,
        Checksum hash) {

    public JournalEntry {
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(parent, "parent");
        Objects.requireNonNull(generated, "generated");
        Objects.requireNonNull(manual, "manual");
        Objects.requireNonNull(snapshot, "snapshot");
        Objects.requireNonNull(changes, "changes");
        Objects.requireNonNull(hash, "hash");
        replaces = List.copyOf(replaces);
        for (int i = 0; i < replaces.size(); i++) {
            int number = migration.number() - replaces.size() + 1 + i;
            if (replaces.get(i).migration().number() != number) {
                throw new IllegalArgumentException(migration + " replaces "
                        + replaces.get(i).migration() + " at the position of number " + number);
            }
        }
    }

    /** An entry with the hash of its other attributes. */
    public static JournalEntry chained(
            MigrationName migration,
            Optional<Checksum> parent,
            MigrationChecksums parts,
            Checksum snapshot,
            Checksum changes) {
        return chained(migration, parent, parts, snapshot, changes, List.of());
    }

    private static JournalEntry chained(
            MigrationName migration,
            Optional<Checksum> parent,
            MigrationChecksums parts,
            Checksum snapshot,
            Checksum changes,
            List<ReplacedMigration> replaces) {
        Checksum hash = hash(migration, parent, parts.generated(), snapshot, changes, replaces);
        return new JournalEntry(
                migration, parent, parts.generated(), parts.manual(), snapshot, changes, replaces, hash);
    }

    /** The entry of a migration that replaces the first ones of a journal. */
    public static JournalEntry squashed(
            MigrationName migration,
            MigrationChecksums parts,
            Checksum snapshot,
            Checksum changes,
            List<ReplacedMigration> replaces) {
        return chained(migration, Optional.empty(), parts, snapshot, changes, replaces);
    }

    /** The number of the first migration that it stands for: its own, unless it replaces others. */
    public int firstNumber() {
        return migration.number() - Math.max(0, replaces.size() - 1);
    }

    /**
     * The hash that the next entry has as its parent. It is that of the last replaced migration, so that a squash does
     * not change the entries after it.
     */
    public Checksum nextParent() {
        return replaces.isEmpty() ? hash : replaces.get(replaces.size() - 1).hash();
    }

    /** What a migration that replaces this one replaces. */
    public List<ReplacedMigration> standsFor() {
        return replaces.isEmpty() ? List.of(new ReplacedMigration(migration, hash)) : replaces;
    }

    /** The same entry with another manual part; the chain does not change. */
    public JournalEntry withManual(Optional<Checksum> other) {
        return new JournalEntry(migration, parent, generated, other, snapshot, changes, replaces, hash);
    }

    /** The hash that the entry should have. */
    public Checksum expectedHash() {
        return hash(migration, parent, generated, snapshot, changes, replaces);
    }

    private static Checksum hash(
            MigrationName migration,
            Optional<Checksum> parent,
            Optional<Checksum> generated,
            Checksum snapshot,
            Checksum changes,
            List<ReplacedMigration> replaces) {
        Checksum.Calculator sum = new Checksum.Calculator()
                .add("migration " + migration + "\n")
                .add("parent " + text(parent) + "\n")
                .add("generated " + text(generated) + "\n")
                .add("snapshot " + snapshot + "\n")
                .add("changes " + changes + "\n");
        replaces.forEach(each -> sum.add("replaces " + each.migration() + " " + each.hash() + "\n"));
        return sum.checksum();
    }

    private static String text(Optional<Checksum> checksum) {
        return checksum.map(Checksum::text).orElse("none");
    }
}
