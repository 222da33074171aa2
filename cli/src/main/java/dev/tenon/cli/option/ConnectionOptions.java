package dev.tenon.cli.option;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Determines the database: {@code --url}, else {@code DATABASE_URL}, else {@code PGHOST}. Other PG variables complete a
 * URL. Passwords on the command line are refused, because every user of the machine can read them.
 */
public final class ConnectionOptions {

    private static final Map<String, PGProperty> PARAMETERS = Map.of(
            "PGSSLMODE", PGProperty.SSL_MODE,
            "PGSSLROOTCERT", PGProperty.SSL_ROOT_CERT,
            "PGSSLCERT", PGProperty.SSL_CERT,
            "PGSSLKEY", PGProperty.SSL_KEY,
            "PGCONNECT_TIMEOUT", PGProperty.CONNECT_TIMEOUT);

    private final Map<String, String> environment;

    /** Reads these environment variables. */
    public ConnectionOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Returns the data source.
     *
     * @param url the value of {@code --url}; null if absent
     * @throws dev.tenon.runtime.fault.FaultException if no database is specified, or a value is invalid
     */
    public DataSource dataSource(@Nullable String url) {
        DatabaseAddress address = address(url);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://" + hosts(address) + "/");
        address.database().or(() -> variable("PGDATABASE")).ifPresent(source::setDatabaseName);
        address.user().or(() -> variable("PGUSER")).ifPresent(source::setUser);
        address.password().or(() -> variable("PGPASSWORD")).ifPresent(source::setPassword);
        Map<String, String> parameters = new TreeMap<>();
        PARAMETERS.forEach(
                (name, parameter) -> variable(name).ifPresent(value -> parameters.put(parameter.getName(), value)));
        parameters.putAll(address.parameters());
        parameters.putIfAbsent(PGProperty.TCP_KEEP_ALIVE.getName(), "true");
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            set(source, parameter.getKey(), parameter.getValue());
        }
        return source;
    }

    /** Whether a database is specified. */
    public boolean names(@Nullable String url) {
        return url != null
                || variable("DATABASE_URL").isPresent()
                || variable("PGHOST").isPresent()
                || variable("PGDATABASE").isPresent()
                || variable("PGUSER").isPresent();
    }

    private DatabaseAddress address(@Nullable String url) {
        if (url != null) {
            DatabaseAddress address = UrlParser.parse(url, UrlParser.COMMAND_LINE);
            if (address.holdsSecret()) {
                throw usage(
                        "--url contains a password, which every user of this machine can read",
                        "put it into PGPASSWORD, DATABASE_URL or ~/.pgpass");
            }
            return address;
        }
        Optional<String> variable = variable("DATABASE_URL");
        if (variable.isPresent()) {
            return UrlParser.parse(variable.get(), "DATABASE_URL");
        }
        if (!names(url)) {
            throw usage(
                    "no database is specified",
                    "specify --url jdbc:postgresql://host:port/database, or set DATABASE_URL or PGHOST and PGDATABASE");
        }
        return new DatabaseAddress("", Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    private String hosts(DatabaseAddress address) {
        if (!address.hosts().isEmpty()) {
            return address.hosts();
        }
        String host = variable("PGHOST").orElse("localhost");
        if (host.startsWith("/") || host.startsWith("@")) {
            throw usage(
                    "PGHOST names a Unix-domain socket, which the JDBC driver does not support",
                    "set it to a host name");
        }
        String hosts = host + variable("PGPORT").map(port -> ":" + port).orElse("");
        if (!UrlParser.areHosts(hosts)) {
            throw usage(
                    "PGHOST and PGPORT are not a valid host and port", "set them as in PGHOST=localhost PGPORT=5432");
        }
        return hosts;
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    private static void set(PGSimpleDataSource source, String name, String value) {
        try {
            source.setProperty(name, value);
        } catch (SQLException | IllegalArgumentException invalid) {
            throw usage("invalid value of the connection parameter " + name, "correct the value");
        }
    }

    private static RuntimeException usage(String problem, String remedy) {
        return new Fault(FaultCode.USAGE, problem, remedy).exception();
    }
}
