package dev.tenon.testing.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of one test on a test server; closing it drops it and ends its connections. */
public final class TestDatabase implements AutoCloseable {
    private final DevPostgres server;
    private final ServerAddress address;

    TestDatabase(DevPostgres server, ServerAddress address) {
        this.server = server;
        this.address = address;
    }

    /** Returns its name, which is unique among all tests. */
    public String name() {
        return address.database();
    }

    /** Returns its JDBC URL, with user and password. */
    public String jdbcUrl() {
        return address.jdbcUrl();
    }

    /** Returns its URL as {@code postgres://user:password@host:port/name}. */
    public String url() {
        return address.url();
    }

    /** Opens a connection, which the caller must close. */
    public Connection connection() throws SQLException {
        return address.connect();
    }

    /** Returns a source of new connections, without a pool. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl());
        return source;
    }

    /** Drops the database and ends its connections; a second call does nothing. */
    @Override
    public void close() {
        server.drop(name());
    }

    /** Returns its name. */
    @Override
    public String toString() {
        return name();
    }
}
