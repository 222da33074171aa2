package dev.tenon.testing.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The server of the environment variable DATABASE_URL. */
final class DatabaseUrlSource implements ServerSource {
    private static final String PROBE = "select pg_catalog.current_setting('server_version'),"
            + " (select rolcreatedb or rolsuper from pg_catalog.pg_roles where rolname operator(pg_catalog.=) current_user),"
            + " exists (select from pg_catalog.pg_available_extensions where name operator(pg_catalog.=) 'vector')";

    private final String url;

    DatabaseUrlSource(Map<String, String> environment) {
        this.url = environment.getOrDefault("DATABASE_URL", "").strip();
    }

    @Override
    public SourceResult open(ServerKind kind) {
        if (url.isEmpty()) {
            return new SourceResult.Absent("DATABASE_URL is not set");
        }
        ServerAddress address;
        try {
            address = ServerAddress.parse(url);
        } catch (IllegalArgumentException e) {
            throw new PostgresUnavailableException("DATABASE_URL is " + e.getMessage());
        }
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(PROBE)) {
            answer.next();
            if (!answer.getBoolean(2)) {
                throw new PostgresUnavailableException("DATABASE_URL: the user of " + address
                        + " may not create databases, and every test class gets its own; grant it CREATEDB");
            }
            String vector = answer.getBoolean(3) ? "" : ", which lacks pgvector,";
            return new SourceResult.Opened(new Server(
                    address, "PostgreSQL " + answer.getString(1) + " of DATABASE_URL" + vector, () -> {}, false));
        } catch (SQLException e) {
            throw new PostgresUnavailableException(
                    "DATABASE_URL points to " + address + ", but: " + e.getMessage()
                            + " Start that server, correct the URL, or unset DATABASE_URL to have a server started.",
                    e);
        }
    }

    @Override
    public String advice() {
        return "set DATABASE_URL to a server whose user may create databases, as in postgres://user:password@host:5432/postgres";
    }
}
