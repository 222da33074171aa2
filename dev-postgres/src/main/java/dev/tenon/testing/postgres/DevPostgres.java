package dev.tenon.testing.postgres;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL server for tests, found or started on first use and stopped with the JVM, however that ends.
 *
 * <p>The places, in order: the server of the environment variable {@code DATABASE_URL}; Docker; a server of this machine's
 * own, built once and kept in the user's cache folder. One line on standard error says which it was.
 *
 * <p>Databases are one's own, roles are not: PostgreSQL keeps roles per server, so tests that run in parallel share them.
 */
public final class DevPostgres {
    // Several JVMs, on several machines, may use the same server.
    private static final String JVM = "%08x".formatted(new SecureRandom().nextInt());
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Server server;
    private final Admin admin;
    private final Set<String> databases = ConcurrentHashMap.newKeySet();
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    DevPostgres(Server server) {
        this.server = server;
        this.admin = new Admin(server.address());
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "tenon-postgres-stop"));
    }

    /**
     * The server of this JVM: PostgreSQL 17 with pgvector, unless {@code DATABASE_URL} names another.
     *
     * @throws PostgresUnavailableException when there is none to be had; says what was tried and what mends it
     */
    public static DevPostgres shared() {
        return Running.shared();
    }

    /**
     * This JVM's server of one major version, on which pgvector need not be available; {@code DATABASE_URL} is not asked.
     *
     * @param major 15, 16, 17 or 18; or 14, which is too old for Tenon
     * @throws PostgresUnavailableException when there is none to be had; says what was tried and what mends it
     * @throws IllegalArgumentException for any other version
     */
    public static DevPostgres version(int major) {
        return Running.version(new ServerKind(major, false));
    }

    /**
     * This JVM's server of PostgreSQL 17 with pgvector that keeps its data as one in production does: commits wait for the
     * disk. For benchmarks, and for tests of what a server does that has crashed.
     *
     * @throws PostgresUnavailableException when there is none to be had; says what was tried and what mends it
     */
    public static DevPostgres durable() {
        return Running.version(ServerKind.DURABLE);
    }

    /** The server's maintenance database for the JDBC driver, user and password included. */
    public String jdbcUrl() {
        return server.address().jdbcUrl();
    }

    /** The server's maintenance database as {@code postgres://user:password@host:port/database}. */
    public String url() {
        return server.address().url();
    }

    /** A new database with nothing in it, encoded in UTF-8 and collated by code point. */
    public TestDatabase database() {
        return create("TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C'");
    }

    /**
     * A new database that holds what the initializer made, which runs once per JVM and key.
     *
     * @param key stands for the contents; of two initializers with the same key, only the first to come runs
     * @param initializer fills an empty database
     */
    public TestDatabase template(String key, DatabaseInitializer initializer) {
        Template template = templates.computeIfAbsent(key, missing -> new Template(this, missing));
        return create("TEMPLATE " + template.database(initializer).name());
    }

    private TestDatabase create(String options) {
        String name = "tenon_" + JVM + "_" + COUNT.incrementAndGet();
        databases.add(name);
        // Copying files is twice as fast as logging them, but costs a checkpoint, which only our own servers get
        // cheaply.
        String strategy = server.ours() ? " STRATEGY file_copy" : "";
        admin.execute("CREATE DATABASE " + name + " " + options + strategy);
        return new TestDatabase(this, server.address().withDatabase(name));
    }

    void drop(String name) {
        if (databases.remove(name)) {
            admin.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        }
    }

    /** Keeps everybody out of a database, because one that somebody is connected to cannot be cloned. */
    void seal(TestDatabase database) {
        admin.execute("ALTER DATABASE " + database.name() + " ALLOW_CONNECTIONS false");
        admin.execute("SELECT pg_catalog.pg_terminate_backend(pid, 10000) FROM pg_catalog.pg_stat_activity"
                + " WHERE datname OPERATOR(pg_catalog.=) '"
                + database.name() + "'");
    }

    private void stop() {
        if (!server.ours()) {
            databases.forEach(this::drop);
        }
        admin.close();
        server.stop().run();
    }
}
