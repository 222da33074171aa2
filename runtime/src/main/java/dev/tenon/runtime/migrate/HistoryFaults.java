package dev.tenon.runtime.migrate;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.schema.history.Migration;
import java.util.Map;

/** Says in what a history and a migrations directory disagree. */
final class HistoryFaults {

    private static final String RESTORE = "restore the file as it was applied and put the change into a new migration";

    private HistoryFaults() {}

    static Fault otherName(Migration migration, HistoryRow row) {
        return of(
                FaultCode.DIVERGED,
                migration,
                "the database has applied " + row.step().migration() + " where the directory has " + migration,
                "two branches used one number: put the migration that this database does not have on top of the other");
    }

    static Fault edited(Migration migration, HistoryRow row) {
        return of(
                FaultCode.EDITED,
                migration,
                migration.file() + " is not what was applied on " + day(row)
                        + ": its contents changed since then, or migrations before it did",
                RESTORE);
    }

    static Fault manualPart(Migration migration, HistoryRow row) {
        return of(
                FaultCode.EDITED,
                migration,
                "the manual part of " + migration.file() + " is not what was applied on " + day(row),
                RESTORE);
    }

    static Fault step(Migration migration, HistoryRow row) {
        return of(
                FaultCode.EDITED,
                migration,
                migration.file() + ": step " + row.step().step() + " is not what was applied on " + day(row),
                "restore that step; only steps that are not done yet may change");
    }

    static Fault gap(Migration migration, int step) {
        return of(
                FaultCode.HISTORY_UNREADABLE,
                migration,
                "tenon.history has no row for step " + step + " of " + migration + ", but one for a later step",
                "find out who changes that table beside Tenon, and restore the row");
    }

    static Fault missing(HistoryRow row, boolean ahead) {
        Map<String, String> facts = Map.of("migration", row.step().migration().toString());
        String applied = row.step().migration() + " on " + day(row);
        return ahead
                ? new Fault(
                        FaultCode.AHEAD,
                        "the database is ahead: it applied " + applied + ", which the directory does not have yet",
                        "use the migrations of the newer version, or another database",
                        facts)
                : new Fault(
                        FaultCode.DIVERGED,
                        "the database applied " + applied + ", which the directory does not have",
                        "restore that migration, or use the database that this directory belongs to",
                        facts);
    }

    private static Fault of(FaultCode code, Migration migration, String problem, String remedy) {
        return new Fault(code, problem, remedy, Map.of("file", migration.file(), "migration", migration.toString()));
    }

    private static String day(HistoryRow row) {
        return row.startedAt().toLocalDate().toString();
    }
}
