package dev.tenon.runtime;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.migrate.MigratorSettings;
import dev.tenon.schema.history.MigrationDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Collects what {@link Tenon} needs to know, each with a default except for the data source. Not for several threads
 * at once; what {@link #load()} returns is.
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
    private boolean pooledSessions = MigratorSettings.DEFAULT.pooledSessions();

    private OptionalInt last = OptionalInt.empty();

    TenonConfig() {}

    /**
     * The database to work on. Migrating takes two connections at a time; all are given back as they were.
     *
     * @param source gives connections of the role that migrates, straight to the server
     */
    public TenonConfig dataSource(DataSource source) {
        this.dataSource = source;
        return this;
    }

    /**
     * Where the migrations are; {@value #DEFAULT_MIGRATIONS} if nothing is said.
     *
     * @param location {@code classpath:} and the name of a folder, or a path in the file system
     */
    public TenonConfig migrations(String location) {
        this.migrations = location;
        this.migrationsPath = null;
        return this;
    }

    /** Where the migrations are, in the file system. */
    public TenonConfig migrations(Path directory) {
        this.migrationsPath = directory;
        return this;
    }

    /** The class loader for {@code classpath:} locations; the thread's context class loader if nothing is said. */
    public TenonConfig classLoader(ClassLoader loader) {
        this.classLoader = loader;
        return this;
    }

    /** What the server shows as the name of the application; {@code tenon} if nothing is said. */
    public TenonConfig applicationName(String name) {
        this.applicationName = name;
        return this;
    }

    /** Who is told what happens; if nothing is said, it is logged. */
    public TenonConfig listener(MigrationListener other) {
        this.listener = other;
        return this;
    }

    /** How long to wait for another migrator; 60 seconds if nothing is said. */
    public TenonConfig lockTimeout(Duration timeout) {
        this.lockTimeout = timeout;
        return this;
    }

    /**
     * How long a statement of a migration waits for a lock, and so holds up everybody behind it, before its step gives way
     * and is tried again; half a second if nothing is said. Concurrent index builds hold nobody up and wait as long as it
     * takes.
     */
    public TenonConfig stepLockTimeout(Duration timeout) {
        this.stepLockTimeout = timeout;
        return this;
    }

    /** How long to go on with a step that gives way, and to seek a lost connection; 5 minutes if nothing is said. */
    public TenonConfig retryFor(Duration patience) {
        this.retryFor = patience;
        return this;
    }

    /** Whether to apply a migration that is older than an applied one, instead of refusing it; no if nothing is said. */
    public TenonConfig outOfOrder(boolean allowed) {
        this.outOfOrder = allowed;
        return this;
    }

    /**
     * Whether a pool stands between that keeps a server session as long as the connection, as PgBouncer does in session
     * mode; no if nothing is said, and then any pool is refused.
     */
    public TenonConfig pooledSessions(boolean trusted) {
        this.pooledSessions = trusted;
        return this;
    }

    /**
     * The last migration to apply, by its number; the newest if nothing is said. What comes after it stays pending, and the
     * database is verified against the snapshot of that migration.
     */
    public TenonConfig upTo(int number) {
        this.last = OptionalInt.of(number);
        return this;
    }

    /**
     * Makes what was configured.
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
                new MigratorSettings(lockTimeout, stepLockTimeout, retryFor, outOfOrder, pooledSessions);
        MigrationListener told = listener == null ? new LoggingListener() : listener;
        return new Tenon(source, directory, applicationName, settings, told, last);
    }

    private static ClassLoader defaultClassLoader() {
        return Objects.requireNonNullElse(
                Thread.currentThread().getContextClassLoader(), TenonConfig.class.getClassLoader());
    }

    private static TenonException usage(String problem, String remedy) {
        return new TenonException(new Fault(FaultCode.USAGE, problem, remedy), null);
    }
}
