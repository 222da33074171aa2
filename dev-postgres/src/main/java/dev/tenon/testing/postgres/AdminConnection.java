package dev.tenon.testing.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The connection over which a JVM creates and drops databases. It is shared, because connecting takes nearly as long as
 * cloning.
 */
final class AdminConnection {
    private static final int SECONDS = 10;

    private final ServerAddress address;
    private @Nullable Connection connection;

    AdminConnection(ServerAddress address) {
        this.address = address;
    }

    synchronized void execute(String sql) {
        try (Statement statement = connected().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + " failed on the test server: " + e.getMessage(), e);
        }
    }

    synchronized void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not disconnect from the test server: " + e.getMessage(), e);
        }
    }

    private Connection connected() throws SQLException {
        Connection known = connection;
        if (known != null && known.isValid(SECONDS)) {
            return known;
        }
        Connection fresh = address.connect();
        connection = fresh;
        return fresh;
    }
}
