package dev.tenon.testing.postgres;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL server for tests, found or started on first use and stopped with the JVM.
 *
 * <p>The places, in order: the server of the environment variable {@code DATABASE_URL}; Docker; a server of this machine's
 * own, built once and kept in the user's cache folder. One line on standard error says which it was.
 */
public final class DevPostgres {
    private static final Map<Integer, DevPostgres> RUNNING = new ConcurrentHashMap<>();
    private static final int SHARED = 0;
    // Several JVMs, on several machines, may use the same server.
    private static final String JVM = "%08x".formatted(new SecureRandom().nextInt());
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Server server;
    private final Set<String> databases = ConcurrentHashMap.newKeySet();

    private DevPostgres(Server server) {
        this.server = server;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "tenon-postgres-stop"));
    }

    /**
     * The server of this JVM: PostgreSQL 17 with pgvector, unless {@code DATABASE_URL} names another.
     *
     * @throws PostgresUnavailableException when there is none to be had
     */
    public static DevPostgres shared() {
        return RUNNING.computeIfAbsent(SHARED, none -> new DevPostgres(Places.shared(System.getenv())));
    }

    /**
     * This JVM's server of one major version, on which pgvector need not be available.
     *
     * @param major 15, 16, 17 or 18
     * @throws PostgresUnavailableException when there is none to be had
     * @throws IllegalArgumentException for any other version
     */
    public static DevPostgres version(int major) {
        return RUNNING.computeIfAbsent(major, version -> new DevPostgres(Places.version(version, System.getenv())));
    }

    /** The server's maintenance database for the JDBC driver, user and password included. */
    public String jdbcUrl() {
        return server.address().jdbcUrl();
    }

    /** The server's maintenance database as {@code postgres://user:password@host:port/database}. */
    public String url() {
        return server.address().url();
    }

    /** A new, empty database, encoded in UTF-8 and collated by code point. */
    public TestDatabase database() {
        return create("TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C'");
    }

    private TestDatabase create(String options) {
        String name = "tenon_" + JVM + "_" + COUNT.incrementAndGet();
        execute("CREATE DATABASE " + name + " " + options);
        databases.add(name);
        return new TestDatabase(this, server.address().withDatabase(name));
    }

    void drop(String name) {
        if (databases.remove(name)) {
            execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        }
    }

    private void execute(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(server.address().jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + " failed on the test server: " + e.getMessage(), e);
        }
    }

    private void stop() {
        if (!server.ours()) {
            databases.forEach(this::drop);
        }
        server.stop().run();
    }
}
