package dev.tenon.benchmark.tenants;

import dev.tenon.testing.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A connection of the application that runs one prepared query for changing tenants. */
final class Session implements AutoCloseable {

    private final Way way;
    private final Query query;
    private final Connection connection;
    private final PreparedStatement set;
    private final PreparedStatement statement;

    private Session(Way way, Query query, Connection connection) throws SQLException {
        this.way = way;
        this.query = query;
        this.connection = connection;
        this.set =
                connection.prepareStatement("SELECT set_config('" + TenantSchemas.TENANCY.setting() + "', ?, false)");
        this.statement = connection.prepareStatement(way.sql(query));
    }

    static Session open(TestDatabase database, Way way, Query query) throws SQLException {
        Connection connection = database.connection();
        try (Statement role = connection.createStatement()) {
            role.execute("SET ROLE " + TenantSchemas.TENANCY.role());
        }
        return new Session(way, query, connection);
    }

    Way way() {
        return way;
    }

    /** Sets the tenant. */
    void enter(long tenant) throws SQLException {
        set.setString(1, Rows.key(tenant).toString());
        set.execute();
        if (way.namesTenant()) {
            statement.setObject(1, Rows.key(tenant));
        }
    }

    /** Runs the query for the tenant's row, and checks that it finds something. */
    void run(long row, long rows) throws SQLException {
        query.bind(statement, way.namesTenant() ? 2 : 1, row, rows);
        int found = 0;
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                found++;
            }
        }
        if (found == 0) {
            throw new IllegalStateException(way + " finds nothing by " + statement);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
