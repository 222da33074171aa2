package dev.tenon.runtime.internal.tenant;

import dev.tenon.schema.Tenancy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The query that makes a transaction one of a tenant. */
final class TenantEntry {

    /** The role comes first, so the rest runs with its privileges only. All names are schema-qualified. */
    private static final String ROLE = "pg_catalog.set_config('role', ?, true), ";

    /**
     * If pgvector is not loaded yet, the last setting is a placeholder that it takes over; a pgvector without this setting
     * refuses it. The start time in microseconds identifies the transaction.
     */
    private static final String TENANT = """
            pg_catalog.set_config(?, ?, true), \
            CASE WHEN pg_catalog.current_setting('hnsw.ef_search', true) IS NULL \
            OR pg_catalog.current_setting('hnsw.iterative_scan', true) IS NOT NULL \
            THEN pg_catalog.set_config('hnsw.iterative_scan', 'strict_order', true) END, \
            extract(epoch FROM pg_catalog.now())::pg_catalog.text""";

    private final Tenancy tenancy;
    private final boolean switching;

    TenantEntry(Tenancy tenancy, boolean switching) {
        this.tenancy = tenancy;
        this.switching = switching;
    }

    Tenancy tenancy() {
        return tenancy;
    }

    /** Returns the query; it has as many parameters as {@link #parameters()}. */
    String sql() {
        return "SELECT " + (switching ? ROLE : "") + TENANT;
    }

    int parameters() {
        return switching ? 3 : 2;
    }

    /** Sets the first parameters of a statement that starts with the query. */
    void bind(PreparedStatement statement, String tenant) throws SQLException {
        int index = 1;
        if (switching) {
            statement.setString(index++, tenancy.role());
        }
        statement.setString(index++, tenancy.setting());
        statement.setString(index, tenant);
    }

    /** Reads the identity of the transaction from the row of the query, and closes it. */
    String begun(ResultSet row) throws SQLException {
        try (row) {
            row.next();
            return row.getString(parameters() + 1);
        }
    }

    /** Runs the query, and returns the identity of the transaction. */
    String enter(Connection connection, String tenant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql())) {
            bind(statement, tenant);
            return begun(statement.executeQuery());
        }
    }
}
