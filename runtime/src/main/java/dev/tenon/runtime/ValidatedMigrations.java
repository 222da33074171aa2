package dev.tenon.runtime;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.format.BriefSql;
import dev.tenon.runtime.internal.history.HistorySchema;
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
import dev.tenon.schema.internal.sql.RoleMapping;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The migrations of a directory, which it returns only if the directory has no problems. */
final class ValidatedMigrations {

    private final MigrationDirectory directory;
    private final RoleMapping roles;
    private final HistorySchema history;

    /**
     * @param directory the directory
     * @param roles the names that roles have in the database
     * @param history the schema of the history
     */
    ValidatedMigrations(MigrationDirectory directory, RoleMapping roles, HistorySchema history) {
        this.history = history;
        this.directory = directory;
        this.roles = roles;
    }

    /** Returns the schema of the history. */
    HistorySchema history() {
        return history;
    }

    /** Returns the newest snapshot, regardless of other problems. */
    Schema snapshot() {
        return roles.schema(directory.newest().schema());
    }

    /** Returns the newest snapshot for reading in parts. */
    LatestSnapshot newest() {
        LatestSnapshot newest = directory.newest();
        return roles.isEmpty()
                ? newest
                : new LatestSnapshot(() -> roles.schema(newest.outline()), () -> roles.schema(newest.schema()));
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
        return executed(inspection.migrations());
    }

    private List<Migration> executed(List<Migration> migrations) {
        return roles.isEmpty()
                ? migrations
                : migrations.stream()
                        .map(migration -> migration.executed(sql -> actual(migration, sql)))
                        .toList();
    }

    private String actual(Migration migration, String sql) {
        if (roles.isUnclear(sql)) {
            throw new Fault(
                            FaultCode.ROLE_UNCLEAR,
                            migration.file()
                                    + ": the statement names a role that has another name here, in a constant or"
                                    + " in the body of a routine: " + BriefSql.of(sql),
                            "write it so that it does not name the role, for example with current_user or a role"
                                    + " that has the same name everywhere")
                    .exception();
        }
        return roles.sql(sql);
    }

    /** Returns the leftovers that the database has and reviewers accepted. */
    AcceptedLeftovers accepted(Connection connection) throws SQLException {
        List<Leftover> noted = LeftoverNotes.read(history, connection);
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
        return executed(directory.migrations());
    }

    /** Returns the schema of a database without these migrations; empty if it cannot be determined. */
    Optional<Schema> without(Set<MigrationName> missing) {
        return directory.snapshotWithout(missing).map(roles::schema);
    }

    /** Returns the fingerprint of the whole directory; empty if {@link #validated()} reports a problem. */
    Optional<String> fingerprint() {
        try {
            return directory.fingerprint().map(Checksum::text).map(text -> roles.isEmpty() ? text : text + roles);
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
            return new MigrationTarget(all, roles.schema(directory.snapshot()));
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
        return new MigrationTarget(
                all.subList(0, all.indexOf(newest) + 1), roles.schema(directory.snapshotAfter(newest.name())));
    }
}
