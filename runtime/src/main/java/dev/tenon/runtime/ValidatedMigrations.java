package dev.tenon.runtime;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.history.LeftoverNotes;
import dev.tenon.runtime.internal.verify.AcceptedLeftovers;
import dev.tenon.schema.Leftover;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.schema.internal.migrations.check.DirectoryInspection;
import dev.tenon.schema.internal.migrations.file.Checksum;
import dev.tenon.schema.internal.migrations.file.DirectoryProblemCode;
import dev.tenon.schema.internal.migrations.file.LatestSnapshot;
import dev.tenon.schema.internal.migrations.file.Migration;
import dev.tenon.schema.internal.migrations.file.MigrationDirectoryException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The migrations of a directory, which it returns only if the directory has no problems. */
final class ValidatedMigrations {

    private final MigrationDirectory directory;

    ValidatedMigrations(MigrationDirectory directory) {
        this.directory = directory;
    }

    /** Returns the newest snapshot, regardless of other problems. */
    Schema snapshot() {
        return directory.newest().schema();
    }

    /** Returns the newest snapshot for reading in parts. */
    LatestSnapshot newest() {
        return directory.newest();
    }

    /**
     * Returns all migrations. A manual part may be newer than the journal, because the history records the checksum of
     * what ran. A location without migrations is an error, because it is probably the wrong one.
     *
     * @throws dev.tenon.runtime.fault.FaultException with all problems
     */
    List<Migration> validated() {
        DirectoryInspection inspection = directory.inspect();
        List<Fault> faults = inspection.problems().stream()
                .filter(problem -> problem.code() != DirectoryProblemCode.MANUAL_PART_CHANGED)
                .map(FaultTranslation::of)
                .toList();
        if (!faults.isEmpty()) {
            throw Fault.joined(faults).exception();
        }
        if (inspection.migrations().isEmpty()) {
            throw FaultTranslation.of(directory.absence()).exception();
        }
        return inspection.migrations();
    }

    /** Returns the leftovers that the database has and reviewers accepted. */
    AcceptedLeftovers accepted(Connection connection) throws SQLException {
        List<Leftover> noted = LeftoverNotes.read(connection);
        return noted.isEmpty() ? AcceptedLeftovers.NONE : AcceptedLeftovers.of(noted, directory.leftovers());
    }

    /** Returns the leftovers of all databases that reviewers accepted. */
    List<Leftover> leftovers() {
        return directory.leftovers();
    }

    /** Adds leftovers to the file that reviewers read, and returns it. */
    String addLeftovers(List<Leftover> more) {
        return directory.addLeftovers(more);
    }

    /** Returns all migrations of the journal, regardless of other problems. */
    List<Migration> journaled() {
        return directory.migrations();
    }

    /** Returns the schema of a database without these migrations; empty if it cannot be determined. */
    Optional<Schema> without(Set<MigrationName> missing) {
        return directory.snapshotWithout(missing);
    }

    /** Returns the fingerprint of the whole directory; empty if {@link #validated()} reports a problem. */
    Optional<String> fingerprint() {
        try {
            return directory.fingerprint().map(Checksum::text);
        } catch (MigrationDirectoryException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Returns the migrations up to a number, and the schema after them.
     *
     * @param last the number of the last migration; the newest if empty
     * @throws dev.tenon.runtime.fault.FaultException if there is none with that number, or the directory has a problem
     */
    MigrationTarget upTo(OptionalInt last) {
        List<Migration> all = validated();
        if (last.isEmpty()) {
            return new MigrationTarget(all, directory.snapshot());
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
        return new MigrationTarget(all.subList(0, all.indexOf(newest) + 1), directory.snapshotAfter(newest.name()));
    }
}
