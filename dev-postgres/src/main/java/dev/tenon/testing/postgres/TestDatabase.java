package dev.tenon.testing.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of one's own on a test server; closing it drops it, whoever is still connected. */
public final class TestDatabase implements AutoCloseable {
    private final DevPostgres server;
    private final ServerAddress address;

    TestDatabase(DevPostgres server, ServerAddress address) {
        this.server = server;
        this.address = address;
    }

    /** Its name, which no other database of any test has. */
    public String name() {
        return address.database();
    }

    /** Its address for the JDBC driver, user and password included. */
    public String jdbcUrl() {
        return address.jdbcUrl();
    }

    /** Its address as {@code postgres://user:password@host:port/name}. */
    public String url() {
        return address.url();
    }

    /** A new connection, which is the caller's to close. */
    public Connection connection() throws SQLException {
        return address.connect();
    }

    /** A source of new connections; it pools none. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl());
        return source;
    }

    /** Drops the database and ends the connections to it; closing it again does nothing. */
    @Override
    public void close() {
        server.drop(name());
    }

    /** Its name. */
    @Override
    public String toString() {
        return name();
    }
}
