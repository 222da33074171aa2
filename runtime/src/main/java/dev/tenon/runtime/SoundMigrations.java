package dev.tenon.runtime;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.schema.Schema;
import dev.tenon.schema.history.Checksum;
import dev.tenon.schema.history.HistoryException;
import dev.tenon.schema.history.Inspection;
import dev.tenon.schema.history.Migration;
import dev.tenon.schema.history.MigrationDirectory;
import dev.tenon.schema.history.MigrationName;
import dev.tenon.schema.history.NewestSnapshot;
import dev.tenon.schema.history.ProblemCode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The migrations of a directory, available only if the directory has no problems. */
final class SoundMigrations {

    private final MigrationDirectory directory;

    SoundMigrations(MigrationDirectory directory) {
        this.directory = directory;
    }

    /** The newest snapshot, regardless of other problems. */
    Schema snapshot() {
        return directory.newest().schema();
    }

    /** The same, to be read in parts. */
    NewestSnapshot newest() {
        return directory.newest();
    }

    /**
     * All migrations. Manual parts may be newer than the journal: what counts is what is run, and the history keeps its
     * checksum. Where there is none at all, somebody named the wrong place.
     *
     * @throws TenonException with all problems
     */
    List<Migration> sound() {
        Inspection inspection = directory.inspect();
        List<Fault> faults = inspection.problems().stream()
                .filter(problem -> problem.code() != ProblemCode.MANUAL_PART_CHANGED)
                .map(Faults::of)
                .toList();
        if (!faults.isEmpty()) {
            throw Fault.joined(faults).exception();
        }
        if (inspection.migrations().isEmpty()) {
            throw Faults.of(directory.absence()).exception();
        }
        return inspection.migrations();
    }

    /** All migrations of the journal, regardless of other problems. */
    List<Migration> recorded() {
        return directory.migrations();
    }

    /** The schema of a database without these migrations; empty if it cannot be determined. */
    Optional<Schema> without(Set<MigrationName> missing) {
        return directory.snapshotWithout(missing);
    }

    /** The fingerprint of the whole directory; empty if it cannot be taken, which {@link #sound()} gives the reason for. */
    Optional<String> fingerprint() {
        try {
            return directory.fingerprint().map(Checksum::text);
        } catch (HistoryException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * The migrations up to one, and the schema after it.
     *
     * @param last its number; the newest if empty
     * @throws TenonException if there is none with that number, or anything is wrong
     */
    Goal goal(OptionalInt last) {
        List<Migration> all = sound();
        if (last.isEmpty()) {
            return new Goal(all, directory.snapshot());
        }
        int number = last.getAsInt();
        Migration newest = all.stream()
                .filter(migration -> migration.name().number() == number)
                .findFirst()
                .orElseThrow(() -> new Fault(
                                FaultCode.USAGE,
                                "there is no migration with the number " + number,
                                "'tenon status' lists the migrations")
                        .exception());
        return new Goal(all.subList(0, all.indexOf(newest) + 1), directory.snapshotAfter(newest.name()));
    }
}
