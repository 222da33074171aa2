package dev.tenon.runtime.internal.catalog;

import dev.tenon.runtime.internal.session.SearchPath;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;

/** Queries the catalogs: one set-based query for all names at once, with a cursor for its rows. */
public final class CatalogQueries {

    private static final int ROWS_AT_ONCE = 1000;

    /**
     * The settings that determine how the server prints an expression, so that equal catalogs give equal text for every
     * role. With this search path, every name outside {@code pg_catalog} is printed qualified, and no temporary table
     * named {@code text} hides the type. The last two settings only affect speed: the columns of thousands of tables
     * are sorted in memory, and no query is compiled by JIT.
     *
     * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html">Client Connection Defaults</a>
     */
    private static final String PRINTING = SearchPath.SET_OWN_LOCALLY + """
            ; SELECT pg_catalog.set_config('quote_all_identifiers', 'off', true),
                pg_catalog.set_config('DateStyle', 'ISO, YMD', true), pg_catalog.set_config('IntervalStyle', 'postgres', true),
                pg_catalog.set_config('TimeZone', 'UTC', true), pg_catalog.set_config('bytea_output', 'hex', true),
                pg_catalog.set_config('extra_float_digits', '1', true), pg_catalog.set_config('work_mem', '64MB', true),
                pg_catalog.set_config('jit', 'off', true)""";

    private final Connection connection;

    /** Prepares the current transaction for queries: sets its printing settings. */
    public CatalogQueries(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute(PRINTING);
        }
    }

    /** Processes one row. */
    public interface RowReader {
        void read(CatalogRow row) throws SQLException;
    }

    /** Runs a query with one parameter, an array of names, and passes every row to the reader. */
    public void each(String sql, Collection<String> names, RowReader reader) throws SQLException {
        Array array = connection.createArrayOf("text", names.toArray());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, array);
            each(statement, reader);
        } finally {
            array.free();
        }
    }

    /** Runs a query with texts as its parameters, or without any. */
    public void each(String sql, RowReader reader, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            each(statement, reader);
        }
    }

    private static void each(PreparedStatement statement, RowReader reader) throws SQLException {
        statement.setFetchSize(ROWS_AT_ONCE);
        try (ResultSet rows = statement.executeQuery()) {
            CatalogRow row = new CatalogRow(rows);
            while (rows.next()) {
                reader.read(row);
            }
        }
    }
}
