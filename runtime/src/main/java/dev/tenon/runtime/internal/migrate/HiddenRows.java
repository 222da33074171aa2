package dev.tenon.runtime.internal.migrate;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.format.BriefSql;
import dev.tenon.runtime.internal.rowsecurity.HiddenTable;
import dev.tenon.runtime.internal.rowsecurity.HiddenTables;
import dev.tenon.runtime.internal.rowsecurity.ReadRelations;
import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.schema.internal.migrations.file.Migration;
import dev.tenon.schema.internal.sql.parse.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds pending statements from which row-level security would hide rows of tables that belong to other roles. Such a
 * statement would silently skip rows or validate violated constraints. On its own tables, the migrator stops forcing
 * row-level security while it needs the rows.
 */
final class HiddenRows {

    private static final int MOST = 3;

    private HiddenRows() {}

    /** Returns the first obstacles to the pending migrations. */
    static List<Fault> find(List<Migration> migrations, MigrationState state, Connection connection)
            throws SQLException {
        if (!HiddenTables.mayExist(connection)) {
            return List.of();
        }
        List<Place> places = new ArrayList<>();
        PendingSteps.read(migrations, state, (migration, id, reading) -> {
            for (SqlStatement next = reading.next(); next != null; next = reading.next()) {
                ReadRelations reads = ReadRelations.of(next.text());
                if (!reads.isEmpty()) {
                    places.add(new Place(migration, next, reads));
                }
            }
        });
        ReadRelations all = ReadRelations.all(places.stream().map(Place::reads).toList());
        List<Fault> faults = new ArrayList<>();
        if (hidden(all, connection).isPresent()) {
            for (Place place : places) {
                if (faults.size() < MOST) {
                    hidden(place.reads(), connection).ifPresent(table -> faults.add(place.fault(table)));
                }
            }
        }
        return faults;
    }

    /** The first table whose rows the migrator can see in no way. */
    private static Optional<HiddenTable> hidden(ReadRelations reads, Connection connection) throws SQLException {
        return HiddenTables.among(reads, connection).stream()
                .filter(table -> !table.owned() && !table.open())
                .findFirst();
    }

    /** A pending statement that reads rows. */
    private record Place(Migration migration, SqlStatement statement, ReadRelations reads) {

        Fault fault(HiddenTable table) {
            return new Fault(
                    FaultCode.ROWS_HIDDEN,
                    migration.file() + ":" + statement.line() + ": row-level security hides rows of " + table.name()
                            + " from this role, which is not its owner: " + BriefSql.of(statement.text()),
                    "migrate as the owner of the table, give the role a policy (FOR ALL TO … USING (true)), or migrate as"
                            + " a role with BYPASSRLS",
                    Map.of("file", migration.file(), "line", Integer.toString(statement.line())));
        }
    }
}
