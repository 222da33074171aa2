package dev.tenon.runtime.internal.history;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.schema.internal.migrations.file.Migration;
import dev.tenon.schema.internal.migrations.file.ReplacedMigration;
import java.util.Map;

/** The faults for contradictions between a history and a migrations directory. */
final class HistoryFaults {

    private static final String RESTORE = "restore the applied file and put the change into a new migration";

    private static final String OTHER_APPLICATION =
            "; if another application applied it, give each its own history with --history SCHEMA";

    private HistoryFaults() {}

    static Fault otherName(Migration migration, HistoryRow row) {
        return of(
                FaultCode.DIVERGED,
                migration,
                "the database has applied " + row.step().migration() + " where the directory has " + migration + ", "
                        + dayAndRole(row),
                "two branches used the same number; renumber the migration that this database does not have: tenon"
                        + " rebase");
    }

    /** None of the applied migrations is in the directory. */
    static Fault ofOthers(Migration first, HistoryRow row) {
        return of(
                FaultCode.DIVERGED,
                first,
                "this history belongs to other migrations: it begins with "
                        + row.step().migration() + ", applied " + dayAndRole(row) + ", and this directory with "
                        + first,
                "use the database of this migrations directory; if two applications share the database, give each its"
                        + " own history with --history SCHEMA");
    }

    static Fault edited(Migration migration, HistoryRow row) {
        return of(
                FaultCode.EDITED,
                migration,
                migration.file() + " differs from what was applied " + dayAndRole(row)
                        + ": it or an earlier migration changed since then",
                migration.entry().parent().isPresent() ? RESTORE : RESTORE + OTHER_APPLICATION);
    }

    static Fault manualPart(Migration migration, HistoryRow row) {
        return of(
                FaultCode.EDITED,
                migration,
                "the manual part of " + migration.file() + " differs from what was applied " + dayAndRole(row),
                RESTORE);
    }

    static Fault step(Migration migration, HistoryRow row) {
        return of(
                FaultCode.EDITED,
                migration,
                migration.file() + ": step " + row.step().step() + " differs from what was applied " + dayAndRole(row),
                "restore that step; only pending steps may change");
    }

    static Fault gap(Migration migration, int step) {
        return of(
                FaultCode.HISTORY_UNREADABLE,
                migration,
                "the history has no row for step " + step + " of " + migration + ", but has one for a later step",
                "find out what else changes that table, and restore the row");
    }

    static Fault appliedInPart(Migration migration, ReplacedMigration replaced) {
        return of(
                FaultCode.SQUASHED_IN_PART,
                migration,
                "the database has applied some of the "
                        + migration.entry().replaces().size() + " migrations that " + migration + " replaces, but not "
                        + replaced.migration(),
                "apply the others with the migrations directory as it was before the squash");
    }

    static Fault replacedOther(Migration migration, ReplacedMigration replaced, HistoryRow row) {
        return of(
                FaultCode.DIVERGED,
                migration,
                migration + " replaces " + replaced.migration() + ", but the database has applied another "
                        + row.step().migration() + " on " + day(row),
                "use the database of this migrations directory, or this database's directory");
    }

    static Fault missing(HistoryRow row, boolean ahead) {
        Map<String, String> facts = Map.of("migration", row.step().migration().toString());
        String applied = row.step().migration() + " on " + day(row);
        return ahead
                ? new Fault(
                        FaultCode.AHEAD,
                        "the database is ahead: it has applied " + applied + ", which is not in the migrations"
                                + " directory yet",
                        "use the migrations of the newer version, or another database",
                        facts)
                : new Fault(
                        FaultCode.DIVERGED,
                        "the database has applied " + row.step().migration() + " " + dayAndRole(row)
                                + ", which is not in the migrations directory",
                        "restore that migration, or use the database of this migrations directory",
                        facts);
    }

    private static Fault of(FaultCode code, Migration migration, String problem, String remedy) {
        return new Fault(code, problem, remedy, Map.of("file", migration.file(), "migration", migration.toString()));
    }

    /** Whose history it is: several applications may use a database by mistake. */
    private static String dayAndRole(HistoryRow row) {
        return "on " + day(row) + " by " + row.by();
    }

    private static String day(HistoryRow row) {
        return row.startedAt().toLocalDate().toString();
    }
}
