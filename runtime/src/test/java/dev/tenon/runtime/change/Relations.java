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

/** What a session sees of the tables, views and sequences of a database: their names, files, rows read and locks. */
final class Relations {

    private static final String OURS = """
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'tenon')
              AND c.relkind IN ('r', 'p', 'v', 'm', 'S')""";

    private final Connection connection;

    Relations(Connection connection) {
        this.connection = connection;
    }

    /** The names of all, by their identity, which outlives their names. */
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

    /** What each partition and each index is of, and each sequence that numbers a column. */
    Map<Long, Long> owners() throws SQLException {
        return numbers("SELECT inhrelid, inhparent FROM pg_inherits WHERE inhrelid IN (SELECT c.oid " + OURS + ")"
                + " UNION ALL SELECT indexrelid, indrelid FROM pg_index WHERE indrelid IN (SELECT c.oid " + OURS + ")"
                + " UNION ALL SELECT objid, refobjid FROM pg_depend WHERE classid = 'pg_class'::regclass"
                + " AND refclassid = 'pg_class'::regclass AND deptype = 'i' AND refobjsubid > 0 AND objid IN (SELECT c.oid "
                + OURS + ")");
    }

    /** The file of each, and of their indexes. A sequence is one row, which is written anew whenever it changes. */
    Map<Long, Long> files() throws SQLException {
        return numbers(
                "SELECT oid, pg_relation_filenode(oid) FROM pg_class WHERE relkind <> 'S' AND oid IN (SELECT c.oid "
                        + OURS + " UNION ALL SELECT indexrelid FROM pg_index WHERE indrelid IN (SELECT c.oid " + OURS
                        + "))");
    }

    /** How many rows of each but sequences, which are one, the transaction has read from its beginning to its end so far. */
    Map<Long, Long> rowsRead() throws SQLException {
        return numbers("SELECT c.oid, pg_stat_get_xact_tuples_returned(c.oid) " + OURS + " AND c.relkind <> 'S'");
    }

    /** The strongest lock that a server process holds or waits for on each. */
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

    /** The level that the server calls, for example, {@code ShareUpdateExclusiveLock}. */
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
