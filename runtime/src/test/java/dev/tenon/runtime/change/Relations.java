package dev.tenon.runtime.change;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.plan.statement.LockLevel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The tables, views and sequences that a session sees: names, files, rows read and locks. */
final class Relations {

    private static final String OURS = """
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'tenon')
              AND c.relkind IN ('r', 'p', 'v', 'm', 'S')""";

    private final Connection connection;

    Relations(Connection connection) {
        this.connection = connection;
    }

    /** Returns all names by OID, which is stable under renames. */
    Map<Long, QualifiedName> names() throws SQLException {
        Map<Long, QualifiedName> names = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT c.oid, n.nspname, c.relname " + OURS);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                names.put(row.getLong(1), new QualifiedName(row.getString(2), row.getString(3)));
            }
        }
        return names;
    }

    /** Returns the table of each partition, index and identity sequence. */
    Map<Long, Long> owners() throws SQLException {
        return numbers("SELECT inhrelid, inhparent FROM pg_inherits WHERE inhrelid IN (SELECT c.oid " + OURS + ")"
                + " UNION ALL SELECT indexrelid, indrelid FROM pg_index WHERE indrelid IN (SELECT c.oid " + OURS + ")"
                + " UNION ALL SELECT objid, refobjid FROM pg_depend WHERE classid = 'pg_class'::regclass"
                + " AND refclassid = 'pg_class'::regclass AND deptype = 'i' AND refobjsubid > 0 AND objid IN (SELECT c.oid "
                + OURS + ")");
    }

    /**
     * Returns the file of each relation and of its indexes. The single row of a sequence is rewritten whenever it
     * changes.
     */
    Map<Long, Long> files() throws SQLException {
        return numbers(
                "SELECT oid, pg_relation_filenode(oid) FROM pg_class WHERE relkind <> 'S' AND oid IN (SELECT c.oid "
                        + OURS + " UNION ALL SELECT indexrelid FROM pg_index WHERE indrelid IN (SELECT c.oid " + OURS
                        + "))");
    }

    /** Returns the number of rows that the transaction has read so far from each relation, without sequences. */
    Map<Long, Long> rowsRead() throws SQLException {
        return numbers("SELECT c.oid, pg_stat_get_xact_tuples_returned(c.oid) " + OURS + " AND c.relkind <> 'S'");
    }

    /** Returns the strongest lock that a server process holds or waits for on each. */
    Map<Long, LockLevel> locks(int process) throws SQLException {
        Map<Long, LockLevel> locks = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT relation, mode FROM pg_locks WHERE locktype = 'relation' AND pid = ?
                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())""")) {
            query.setInt(1, process);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    locks.merge(row.getLong(1), level(row.getString(2)), Relations::stronger);
                }
            }
        }
        return locks;
    }

    static LockLevel stronger(LockLevel one, LockLevel other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** Returns the lock level for the server's name, for example {@code ShareUpdateExclusiveLock}. */
    private static LockLevel level(String mode) {
        return LockLevel.valueOf(mode.replaceFirst("Lock$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT));
    }

    private Map<Long, Long> numbers(String sql) throws SQLException {
        Map<Long, Long> numbers = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                numbers.put(row.getLong(1), row.getLong(2));
            }
        }
        return numbers;
    }
}
