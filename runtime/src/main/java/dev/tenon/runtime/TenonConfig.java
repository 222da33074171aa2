package dev.tenon.runtime;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.history.HistorySchema;
import dev.tenon.runtime.internal.step.MigratorSettings;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.schema.internal.sql.RoleMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@link Tenon}; all have a default except the data source. Not thread-safe, unlike the {@link Tenon}
 * that {@link #load()} returns.
 */
public final class TenonConfig {

    private static final String DEFAULT_MIGRATIONS = "classpath:db/migrations";

    private @Nullable DataSource dataSource;
    private String migrations = DEFAULT_MIGRATIONS;
    private @Nullable Path migrationsPath;
    private ClassLoader classLoader = defaultClassLoader();
    private String applicationName = "tenon";
    private @Nullable MigrationListener listener;
    private Duration lockTimeout = MigratorSettings.DEFAULT.lockTimeout();
    private Duration stepLockTimeout = MigratorSettings.DEFAULT.stepLockTimeout();
    private Duration retryFor = MigratorSettings.DEFAULT.retryFor();
    private boolean outOfOrder = MigratorSettings.DEFAULT.outOfOrder();
    private String historySchema = HistorySchema.DEFAULT.name();
    private boolean pooledSessions = MigratorSettings.DEFAULT.pooledSessions();

    private OptionalInt last = OptionalInt.empty();
    private final Map<String, String> roles = new TreeMap<>();

    TenonConfig() {}

    /**
     * The database. Migrating uses two connections at a time and returns them in their original state.
     *
     * @param source returns connections of the migrating role, directly to the server
     */
    public TenonConfig dataSource(DataSource source) {
        this.dataSource = source;
        return this;
    }

    /**
     * The location of the migrations. Default: {@value #DEFAULT_MIGRATIONS}.
     *
     * @param location {@code classpath:} and the name of a folder, or a path in the file system
     */
    public TenonConfig migrations(String location) {
        this.migrations = location;
        this.migrationsPath = null;
        return this;
    }

    /** The migrations directory in the file system. */
    public TenonConfig migrations(Path directory) {
        this.migrationsPath = directory;
        return this;
    }

    /** The class loader for {@code classpath:} locations. Default: the thread's context class loader. */
    public TenonConfig classLoader(ClassLoader loader) {
        this.classLoader = loader;
        return this;
    }

    /** The {@code application_name} of the sessions. Default: {@code tenon}. */
    public TenonConfig applicationName(String name) {
        this.applicationName = name;
        return this;
    }

    /** Receives the events of migrating. Default: they are logged. */
    public TenonConfig listener(MigrationListener other) {
        this.listener = other;
        return this;
    }

    /**
     * How long to wait for another migrator that makes no progress. While it commits steps or batches, or the server
     * executes one of its statements, the waiting has no limit. Default: 60 seconds.
     */
    public TenonConfig lockTimeout(Duration timeout) {
        this.lockTimeout = timeout;
        return this;
    }

    /**
     * The {@code lock_timeout} of the statements of a migration. A statement that waits for a lock blocks all later
     * requests for it; on timeout its step is rolled back and retried. Default: 500 ms. Concurrent index builds
     * block no sessions and have no timeout.
     */
    public TenonConfig stepLockTimeout(Duration timeout) {
        this.stepLockTimeout = timeout;
        return this;
    }

    /**
     * How long to retry a step after lock timeouts or a batch after cancellations, and to reconnect after a lost
     * connection. It begins with the first failure, and again after each committed step or batch. Default: 5 minutes.
     */
    public TenonConfig retryFor(Duration patience) {
        this.retryFor = patience;
        return this;
    }

    /** Whether to apply a pending migration that is older than an applied one, instead of refusing it. Default: no. */
    public TenonConfig outOfOrder(boolean allowed) {
        this.outOfOrder = allowed;
        return this;
    }

    /**
     * Whether to allow a connection pool that keeps a server session for the whole connection, such as PgBouncer in
     * session mode. Default: no, any pool is refused.
     */
    public TenonConfig pooledSessions(boolean trusted) {
        this.pooledSessions = trusted;
        return this;
    }

    /**
     * The number of the last migration to apply. Default: the newest. Later migrations stay pending, and the
     * database is verified against the snapshot of that migration.
     */
    public TenonConfig upTo(int number) {
        this.last = OptionalInt.of(number);
        return this;
    }

    /**
     * The name that a role has in this database, if it is not the declared one. Migrations and the snapshot contain the
     * declared name; statements run, and the database is compared, with the actual one. For several roles, call it for
     * each. Work as a tenant with {@link dev.tenon.schema.Tenancy#withRole}.
     *
     * @param declared the name in the migrations
     * @param actual the name in the database
     */
    public TenonConfig role(String declared, String actual) {
        roles.put(declared, actual);
        return this;
    }

    /**
     * The PostgreSQL schema of the history and of Tenon's other tables. Applications that share a database have one each,
     * and migrate independently of each other. Default: {@code tenon}.
     *
     * @param name the name of the schema, unquoted; it is created if it does not exist
     */
    public TenonConfig historySchema(String name) {
        this.historySchema = name;
        return this;
    }

    /**
     * Creates the configured instance.
     *
     * @throws TenonException if there is no data source, or a duration is negative
     */
    public Tenon load() {
        DataSource source = dataSource;
        if (source == null) {
            throw usage("no data source is configured", "call dataSource(…) before load()");
        }
        if (lockTimeout.isNegative() || retryFor.isNegative() || stepLockTimeout.toMillis() < 1) {
            throw usage(
                    "a duration is out of range",
                    "use no negative duration, and at least 1 ms for the step lock timeout");
        }
        Path path = migrationsPath;
        MigrationDirectory directory =
                path == null ? MigrationDirectory.of(migrations, classLoader) : MigrationDirectory.at(path);
        MigratorSettings settings =
                new MigratorSettings(lockTimeout, stepLockTimeout, retryFor, outOfOrder, pooledSessions, history());
        MigrationListener told = listener == null ? new LoggingListener() : listener;
        return new Tenon(source, directory, applicationName, settings, told, last, mapping());
    }

    private HistorySchema history() {
        try {
            return new HistorySchema(historySchema);
        } catch (IllegalArgumentException impossible) {
            throw usage(String.valueOf(impossible.getMessage()), "name a schema that has no other objects");
        }
    }

    private RoleMapping mapping() {
        try {
            return new RoleMapping(roles);
        } catch (IllegalArgumentException ambiguous) {
            throw usage(String.valueOf(ambiguous.getMessage()), "give each declared role an actual role of its own");
        }
    }

    private static ClassLoader defaultClassLoader() {
        return Objects.requireNonNullElse(
                Thread.currentThread().getContextClassLoader(), TenonConfig.class.getClassLoader());
    }

    private static TenonException usage(String problem, String remedy) {
        return new TenonException(new Fault(FaultCode.USAGE, problem, remedy), null);
    }
}
