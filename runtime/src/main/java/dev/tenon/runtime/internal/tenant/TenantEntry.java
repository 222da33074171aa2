package dev.tenon.runtime.internal.tenant;

import dev.tenon.schema.Tenancy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The query that makes a transaction one of a tenant. */
final class TenantEntry {

    /** The role comes first, so the rest runs with its privileges only. All names are schema-qualified. */
    private static final String ROLE = "pg_catalog.set_config('role', ?, true), ";

    private static final String TENANT = "pg_catalog.set_config(?, ?, true)";

    /**
     * If pgvector is not loaded yet, the setting is a placeholder that it takes over; a pgvector without this setting
     * refuses it.
     */
    private static final String VECTOR = """
            , CASE WHEN pg_catalog.current_setting('hnsw.ef_search', true) IS NULL \
            OR pg_catalog.current_setting('hnsw.iterative_scan', true) IS NOT NULL \
            THEN pg_catalog.set_config('hnsw.iterative_scan', 'strict_order', true) END""";

    private static final int REMEMBERED = 2_000;

    private final Tenancy tenancy;
    private final boolean switching;
    private final String sql;

    /** The driver looks its statements up by their text, whose hash is computed once for one object. */
    private final Map<String, String> combined = new ConcurrentHashMap<>();

    TenantEntry(Tenancy tenancy, boolean switching, boolean vector) {
        this.tenancy = tenancy;
        this.switching = switching;
        this.sql = "SELECT " + (switching ? ROLE : "") + TENANT + (vector ? VECTOR : "");
    }

    Tenancy tenancy() {
        return tenancy;
    }

    /** Returns the query; it has as many parameters as {@link #parameters()}. */
    String sql() {
        return sql;
    }

    /** Returns the query, followed by a client's. */
    String before(String query) {
        String known = combined.get(query);
        if (known != null) {
            return known;
        }
        String text = sql + "; " + query;
        if (combined.size() < REMEMBERED) {
            combined.put(query, text);
        }
        return text;
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

    /** Runs the query. */
    void enter(Connection connection, String tenant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, tenant);
            statement.execute();
        }
    }
}
