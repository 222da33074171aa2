package dev.tenon.runtime.internal.step;

import dev.tenon.runtime.internal.history.StepStatements;
import dev.tenon.runtime.internal.rowsecurity.ForcedSecurity;
import dev.tenon.runtime.internal.rowsecurity.HiddenTables;
import dev.tenon.runtime.internal.rowsecurity.ReadRelations;
import dev.tenon.runtime.internal.rowsecurity.RowAccess;
import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.schema.internal.migrations.file.Migration;
import dev.tenon.schema.internal.sql.parse.SqlStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads, before the first step of a migration, which relations its steps read. */
public final class StepReads {

    private StepReads() {}

    /** Returns the access of the steps to rows. Reads the file only if row-level security applies to the role. */
    public static RowAccess access(
            Migration migration,
            List<Integer> steps,
            Session session,
            MigratorSettings settings,
            Consumer<MigrationEvent> events)
            throws SQLException {
        session.reset();
        Map<Integer, ReadRelations> reads =
                HiddenTables.mayExist(session.connection()) ? reads(migration, steps) : Map.of();
        return new RowAccess(session, forced(session, settings, events), reads);
    }

    /** Returns what forces row-level security again that an interrupted run has lifted. */
    public static ForcedSecurity forced(Session session, MigratorSettings settings, Consumer<MigrationEvent> events) {
        return new ForcedSecurity(settings.history(), session, settings.stepLockTimeout(), settings.retryFor(), events);
    }

    private static Map<Integer, ReadRelations> reads(Migration migration, List<Integer> steps) {
        Map<Integer, ReadRelations> reads = new HashMap<>();
        try (ScriptCursor script = new ScriptCursor(migration)) {
            for (int step : steps) {
                ReadRelations all = ReadRelations.NONE;
                ReadRelations defined = ReadRelations.NONE;
                StepStatements statements = script.at(step);
                for (SqlStatement next = statements.next(); next != null; next = statements.next()) {
                    ReadRelations one = ReadRelations.of(next.text());
                    all = one.isEmpty() ? all : ReadRelations.all(List.of(all, one));
                    ReadRelations later = ReadRelations.ofDefinition(next.text());
                    defined = later.isEmpty() ? defined : ReadRelations.all(List.of(defined, later));
                }
                all = all.isEmpty() ? all : ReadRelations.all(List.of(all, defined));
                if (!all.isEmpty()) {
                    reads.put(step, all);
                }
            }
        }
        return reads;
    }
}
