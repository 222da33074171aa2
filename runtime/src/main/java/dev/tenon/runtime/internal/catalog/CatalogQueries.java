package dev.tenon.runtime.internal.catalog;

import dev.tenon.runtime.internal.session.SearchPath;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;

/** Asks the catalogs: one set-based query over all names at once, its rows streamed through a cursor. */
public final class CatalogQueries {

    private static final int ROWS_AT_ONCE = 1000;

    /**
     * What printing an expression depends on, so that the same catalogs give the same text whoever asks. With this
     * search path every name outside {@code pg_catalog} comes out qualified, and no temporary table that is called
     * {@code text} stands in for the type. The last two decide nothing but speed: columns of thousands of tables are sorted in
     * memory, and no query is worth being compiled.
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

    /** Readings of one transaction, whose printing settings it takes over. */
    public CatalogQueries(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute(PRINTING);
        }
    }

    /** Takes one row. */
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
