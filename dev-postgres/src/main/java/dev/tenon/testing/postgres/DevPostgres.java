package dev.tenon.testing.postgres;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL server for tests. It is found or started on first use, and stops with the JVM, however that ends.
 *
 * <p>The sources, in order: the server of the environment variable {@code DATABASE_URL}; Docker; a local server, built
 * once and kept in the user's cache folder. One line on standard error names the source.
 *
 * <p>Each test has its own databases, but not its own roles: PostgreSQL keeps roles per server, so parallel tests share
 * them.
 */
public final class DevPostgres {
    // Several JVMs on several machines may use the same server.
    private static final String JVM = "%08x".formatted(new SecureRandom().nextInt());
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Server server;
    private final AdminConnection admin;
    private final Set<String> databases = ConcurrentHashMap.newKeySet();
    private final Map<String, TemplateDatabase> templates = new ConcurrentHashMap<>();

    DevPostgres(Server server) {
        this.server = server;
        this.admin = new AdminConnection(server.address());
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "tenon-postgres-stop"));
    }

    /**
     * Returns the server of this JVM: PostgreSQL 17 with pgvector, unless {@code DATABASE_URL} names another.
     *
     * @throws PostgresUnavailableException if there is no server; the message lists the attempts and the fixes
     */
    public static DevPostgres shared() {
        return JvmServers.shared();
    }

    /**
     * Returns this JVM's server of one major version, which may lack pgvector; {@code DATABASE_URL} is ignored.
     *
     * @param major 15, 16, 17 or 18; or 14, which is too old for Tenon
     * @throws PostgresUnavailableException if there is no server; the message lists the attempts and the fixes
     * @throws IllegalArgumentException for any other version
     */
    public static DevPostgres version(int major) {
        return JvmServers.version(new ServerKind(major, false));
    }

    /**
     * Returns this JVM's server of PostgreSQL 17 with pgvector and durable commits, as in production. For benchmarks,
     * and for tests of crash recovery.
     *
     * @throws PostgresUnavailableException if there is no server; the message lists the attempts and the fixes
     */
    public static DevPostgres durable() {
        return JvmServers.version(ServerKind.DURABLE);
    }

    /** Returns the JDBC URL of the maintenance database, with user and password. */
    public String jdbcUrl() {
        return server.address().jdbcUrl();
    }

    /** Returns the maintenance database as {@code postgres://user:password@host:port/database}. */
    public String url() {
        return server.address().url();
    }

    /** Creates an empty database, encoded in UTF-8 and collated by code point. */
    public TestDatabase database() {
        return create("TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C'");
    }

    /**
     * Creates a database with the contents of the initializer, which runs once per JVM and key.
     *
     * @param key identifies the contents; of several initializers with the same key, only the first one runs
     * @param initializer fills an empty database
     */
    public TestDatabase template(String key, DatabaseInitializer initializer) {
        TemplateDatabase template = templates.computeIfAbsent(key, missing -> new TemplateDatabase(this, missing));
        return create("TEMPLATE " + template.database(initializer).name());
    }

    private TestDatabase create(String options) {
        String name = "tenon_" + JVM + "_" + COUNT.incrementAndGet();
        databases.add(name);
        // Copying files is twice as fast as logging them, but needs a checkpoint, which is cheap on own servers only.
        String strategy = server.endsWithJvm() ? " STRATEGY file_copy" : "";
        admin.execute("CREATE DATABASE " + name + " " + options + strategy);
        return new TestDatabase(this, server.address().withDatabase(name));
    }

    void drop(String name) {
        if (databases.remove(name)) {
            admin.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        }
    }

    /** Disallows connections to a database, because a database with connections cannot be cloned. */
    void disallowConnections(TestDatabase database) {
        admin.execute("ALTER DATABASE " + database.name() + " ALLOW_CONNECTIONS false");
        admin.execute("SELECT pg_catalog.pg_terminate_backend(pid, 10000) FROM pg_catalog.pg_stat_activity"
                + " WHERE datname OPERATOR(pg_catalog.=) '"
                + database.name() + "'");
    }

    private void stop() {
        if (!server.endsWithJvm()) {
            databases.forEach(this::drop);
        }
        admin.close();
        server.stop().run();
    }
}
