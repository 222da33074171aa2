package dev.tenon.cli.option;

import dev.tenon.runtime.StatusResult;
import dev.tenon.runtime.Tenon;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The database that a command asks before it changes migrations; usually none. */
public final class CheckedDatabaseOption {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The database to check. Default: DATABASE_URL, else PGHOST and the other PG variables,"
                    + " else none.")
    private @Nullable String url;

    @Option(
            names = "--history",
            paramLabel = "SCHEMA",
            description = "The PostgreSQL schema of that database's migration history. Default: ${DEFAULT-VALUE}.")
    private String history = "tenon";

    /** Returns which migrations the database has applied; empty if none is specified. */
    public Optional<StatusResult> status(SourcesOption sources, Map<String, String> environment) {
        ConnectionOptions connect = new ConnectionOptions(environment);
        return connect.names(url)
                ? Optional.of(Tenon.configure()
                        .dataSource(connect.dataSource(url))
                        .migrations(sources.path().toString())
                        .historySchema(history)
                        .load()
                        .status())
                : Optional.empty();
    }
}
