package dev.tenon.cli.option;

import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.TenonConfig;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for the database and the migrations directory of a command. */
public final class DatabaseOptions {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "The database, as jdbc:postgresql://host:port/name or postgres://user@host:port/name, without a"
                            + " password. Default: DATABASE_URL, else PGHOST, PGPORT, PGDATABASE, PGUSER, PGPASSWORD, PGSSLMODE.")
    private @Nullable String url;

    @Option(
            names = "--migrations",
            paramLabel = "DIR",
            description = "The migrations directory. Default: classpath:db/migrations.")
    private @Nullable String migrations;

    @Option(
            names = "--pooled-sessions",
            description = "Allow a connection pool in session mode between Tenon and the server.")
    private boolean pooledSessions;

    @Option(
            names = "--role",
            paramLabel = "DECLARED=ACTUAL",
            description = "The name that a role of the migrations has in this database, if it is another one; may be"
                    + " repeated.")
    private Map<String, String> roles = new TreeMap<>();

    @Option(
            names = "--history",
            paramLabel = "SCHEMA",
            description = "The PostgreSQL schema of the migration history; applications that share a database have one"
                    + " each. Default: tenon.")
    private @Nullable String history;

    /** Returns the configuration for the selected database and directory. */
    public TenonConfig configuration(Map<String, String> environment) {
        TenonConfig configuration = Tenon.configure()
                .dataSource(new ConnectionOptions(environment).dataSource(url))
                .pooledSessions(pooledSessions);
        roles.forEach(configuration::role);
        if (history != null) {
            configuration.historySchema(history);
        }
        return migrations == null ? configuration : configuration.migrations(migrations);
    }
}
