package dev.tenon.runtime.internal.rowsecurity;

import dev.tenon.runtime.internal.session.SearchPath;
import dev.tenon.runtime.internal.session.Session;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Lets steps see the rows of tables on which row-level security applies to the migrator. Sessions of Tenon set
 * {@code row_security} to off, so that the server refuses a statement from which rows would be hidden, instead of skipping
 * them. If policies show the migrator every row, a step runs with {@code row_security} on; otherwise row-level security is
 * not forced on the owner meanwhile. Foreign keys of a table without rows need neither.
 */
public final class RowAccess {

    private static final String ON = "SET LOCAL row_security = on";
    private static final String OFF = "SET LOCAL row_security = off";

    private final Session session;
    private final ForcedSecurity forced;
    private final Map<Integer, ReadRelations> reads;
    private boolean lifted;
    private boolean emptyTablesStay = true;

    /**
     * @param session the session for the statements
     * @param forced changes the tables
     * @param reads the relations that each step reads, by its number; those without any may lack
     */
    public RowAccess(Session session, ForcedSecurity forced, Map<Integer, ReadRelations> reads) {
        this.session = session;
        this.forced = forced;
        this.reads = Map.copyOf(reads);
    }

    /**
     * Prepares an attempt of a step.
     *
     * @throws dev.tenon.runtime.fault.FaultException if a table is locked for too long
     * @throws SQLException if the connection is lost
     */
    public void open(int step) throws SQLException {
        ReadRelations needed = reads.getOrDefault(step, ReadRelations.NONE);
        if (needed.isEmpty()) {
            return;
        }
        session.reset();
        Connection connection = session.connection();
        if (needed.isKeyCheck() && emptyTablesStay && HiddenTables.areEmpty(needed.keys(), connection)) {
            return;
        }
        List<HiddenTable> hidden = HiddenTables.among(needed, connection);
        if (hidden.isEmpty()) {
            return;
        }
        if (hidden.stream().allMatch(HiddenTable::open) && HiddenTables.areOpen(connection)) {
            session.rowSecurity(true);
            return;
        }
        List<HiddenTable> owned = hidden.stream().filter(HiddenTable::owned).toList();
        if (!owned.isEmpty()) {
            lifted = true;
            forced.lift(owned);
        }
    }

    /** Whether {@link #before} must precede the statement of a step, which checks foreign keys. */
    public boolean checksKeys(int step, String sql) {
        return reads.getOrDefault(step, ReadRelations.NONE).isKeyCheck()
                && ReadRelations.of(sql).isKeyCheck();
    }

    /**
     * Prepares the check of foreign keys in the transaction of a step: if the table has no rows, none can be hidden.
     *
     * @return whether {@link #after} must follow the statement
     * @throws SQLException as the server reports it, with the state of a serialization failure if the table has got rows
     *     since {@link #open}
     */
    public boolean before(String sql) throws SQLException {
        ReadRelations statement = ReadRelations.of(sql);
        Connection connection = session.connection();
        String path = session.text("SELECT pg_catalog.current_setting('search_path')");
        session.execute(SearchPath.SET_OWN_LOCALLY);
        boolean empty = false;
        if (!HiddenTables.among(statement, connection).isEmpty()) {
            for (QualifiedName table : statement.keys()) {
                session.execute("LOCK TABLE " + Identifier.quote(table) + " IN SHARE ROW EXCLUSIVE MODE");
            }
            empty = HiddenTables.areEmpty(statement.keys(), connection);
            if (!empty && emptyTablesStay) {
                emptyTablesStay = false;
                throw new SQLException("rows were written meanwhile into a table that was empty", "40001");
            }
        }
        session.text("SELECT pg_catalog.set_config('search_path', " + Literal.text(path) + ", true)");
        if (empty) {
            session.execute(ON);
        }
        return empty;
    }

    /** Ends what {@link #before} began. */
    public void after() throws SQLException {
        session.execute(OFF);
    }

    /**
     * Forces row-level security again after a step has ended.
     *
     * @throws dev.tenon.runtime.fault.FaultException if a table is locked for too long
     * @throws SQLException if the connection is lost
     */
    public void close() throws SQLException {
        emptyTablesStay = true;
        session.rowSecurity(false);
        if (lifted) {
            session.reset();
            forced.restore();
            lifted = false;
        }
    }
}
