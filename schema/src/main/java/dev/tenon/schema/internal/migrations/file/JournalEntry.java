package dev.tenon.schema.internal.migrations.file;

import dev.tenon.schema.MigrationName;
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
 * @param hash the chain hash of all other attributes except {@code manual}
 */
public record JournalEntry(
        MigrationName migration,
        Optional<Checksum> parent,
        Optional<Checksum> generated,
        Optional<Checksum> manual,
        Checksum snapshot,
        Checksum changes,
        Checksum hash) {

    public JournalEntry {
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(parent, "parent");
        Objects.requireNonNull(generated, "generated");
        Objects.requireNonNull(manual, "manual");
        Objects.requireNonNull(snapshot, "snapshot");
        Objects.requireNonNull(changes, "changes");
        Objects.requireNonNull(hash, "hash");
    }

    /** An entry with the hash of its other attributes. */
    public static JournalEntry chained(
            MigrationName migration,
            Optional<Checksum> parent,
            MigrationChecksums parts,
            Checksum snapshot,
            Checksum changes) {
        Checksum hash = hash(migration, parent, parts.generated(), snapshot, changes);
        return new JournalEntry(migration, parent, parts.generated(), parts.manual(), snapshot, changes, hash);
    }

    /** The same entry with another manual part; the chain does not change. */
    public JournalEntry withManual(Optional<Checksum> other) {
        return new JournalEntry(migration, parent, generated, other, snapshot, changes, hash);
    }

    /** The hash that the entry should have. */
    public Checksum expectedHash() {
        return hash(migration, parent, generated, snapshot, changes);
    }

    private static Checksum hash(
            MigrationName migration,
            Optional<Checksum> parent,
            Optional<Checksum> generated,
            Checksum snapshot,
            Checksum changes) {
        return new Checksum.Calculator()
                .add("migration " + migration + "\n")
                .add("parent " + text(parent) + "\n")
                .add("generated " + text(generated) + "\n")
                .add("snapshot " + snapshot + "\n")
                .add("changes " + changes + "\n")
                .checksum();
    }

    private static String text(Optional<Checksum> checksum) {
        return checksum.map(Checksum::text).orElse("none");
    }
}
