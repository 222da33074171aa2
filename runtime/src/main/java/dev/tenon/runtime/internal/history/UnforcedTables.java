package dev.tenon.runtime.internal.history;

import dev.tenon.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The table {@code tenon.unforced}: tables on which the migrator forces row-level security no longer while a step reads
 * their rows. A table is entered before that, and deleted in the transaction that forces row-level security again.
 * Tables are known by their identifier, because the step may rename them; in another database it means nothing.
 */
public final class UnforcedTables {

    private static final String CREATE = """
            CREATE TABLE IF NOT EXISTS {schema}.unforced (
                database oid NOT NULL,
                relation oid NOT NULL,
                since timestamptz NOT NULL DEFAULT clock_timestamp(),
                PRIMARY KEY (database, relation)
            )""";

    private static final String EXISTS = "SELECT to_regclass({'unforced'}) IS NOT NULL";

    private static final String ENTER = """
            INSERT INTO {schema}.unforced (database, relation)
            SELECT oid, ? FROM pg_catalog.pg_database WHERE datname = current_database()
            ON CONFLICT DO NOTHING""";

    private static final String READ = """
            SELECT u.relation, n.nspname, c.relname, c.relforcerowsecurity
            FROM {schema}.unforced u
            JOIN pg_catalog.pg_database d ON d.oid = u.database AND d.datname = current_database()
            JOIN pg_catalog.pg_class c ON c.oid = u.relation AND c.relkind IN ('r', 'p')
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            ORDER BY 2, 3""";

    private static final String DELETE = "DELETE FROM {schema}.unforced WHERE relation = ?";

    /** What is left has no table in this database. */
    private static final String DELETE_ALL = "DELETE FROM {schema}.unforced";

    private UnforcedTables() {}

    /**
     * An entered table.
     *
     * @param relation its identifier in {@code pg_class}
     * @param name its current name
     * @param forced whether row-level security is forced on it
     */
    public record Entry(long relation, QualifiedName name, boolean forced) {
        public Entry {
            Objects.requireNonNull(name, "name");
        }
    }

    /** Enters a table; needs the schema of the history. */
    public static void enter(HistorySchema schema, Connection connection, long relation) throws SQLException {
        if (!exist(schema, connection)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(schema.sql(CREATE));
            }
        }
        update(schema, connection, ENTER, relation);
    }

    /** Returns the entered tables that still exist, by name. */
    public static List<Entry> read(HistorySchema schema, Connection connection) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        if (exist(schema, connection)) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(schema.sql(READ))) {
                while (row.next()) {
                    entries.add(new Entry(
                            row.getLong(1), new QualifiedName(row.getString(2), row.getString(3)), row.getBoolean(4)));
                }
            }
        }
        return entries;
    }

    /** Deletes a table, in the current transaction. */
    public static void delete(HistorySchema schema, Connection connection, long relation) throws SQLException {
        update(schema, connection, DELETE, relation);
    }

    /** Deletes the tables that no longer exist, after all others have been deleted. */
    public static void clear(HistorySchema schema, Connection connection) throws SQLException {
        if (exist(schema, connection)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(schema.sql(DELETE_ALL));
            }
        }
    }

    private static void update(HistorySchema schema, Connection connection, String sql, long relation)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(schema.sql(sql))) {
            statement.setLong(1, relation);
            statement.executeUpdate();
        }
    }

    private static boolean exist(HistorySchema schema, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(schema.sql(EXISTS))) {
            return row.next() && row.getBoolean(1);
        }
    }
}
