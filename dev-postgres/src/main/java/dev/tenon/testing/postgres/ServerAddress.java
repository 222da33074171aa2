package dev.tenon.testing.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address and user of a server, with the URLs of JDBC and libpq.
 *
 * @param authority host and port as in a URL; commas separate several
 * @param database the database of this address
 * @param user the user name; empty for the driver's default
 * @param password the password; empty without one
 * @param parameters the query parameters, without user and password
 */
record ServerAddress(String authority, String database, String user, String password, Map<String, String> parameters) {
    private static final Pattern JDBC = Pattern.compile(
            "jdbc:postgresql:(?://(?<authority>[^/?]*)/?)?(?<rest>[^/?]*)(?:\\?(?<query>.*))?", Pattern.DOTALL);
    private static final Pattern URL = Pattern.compile(
            "postgres(?:ql)?://(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?(?<authority>[^@/?]*)(?:/(?<rest>[^/?]*))?(?:\\?(?<query>.*))?",
            Pattern.DOTALL);
    private static final Pattern HOSTS = Pattern.compile(
            "(?:HOST(?:,HOST)*)?".replace("HOST", "(?:[\\p{L}\\p{N}_.-]+|\\[[\\w.:%]+])(?::\\d{1,5})?"));

    private static final String NO_URL = "not a PostgreSQL URL; write postgres://user:password@host:5432/database"
            + " or jdbc:postgresql://host:5432/database?user=…&password=…, and in names and passwords %40 for @, %2F for /,"
            + " %3A for :, %3F for ? and %25 for %";

    ServerAddress {
        parameters = Map.copyOf(parameters);
    }

    /** Returns the address of a server that this JVM started. */
    static ServerAddress started(String host, int port, ServerPassword password) {
        return new ServerAddress(host + ":" + port, "postgres", "postgres", password.text(), Map.of());
    }

    /**
     * Parses a URL of JDBC or libpq.
     *
     * @throws IllegalArgumentException if the text is no URL; the message does not repeat it, because it may contain a
     *     password
     */
    static ServerAddress parse(String text) {
        Matcher url = URL.matcher(text);
        Matcher jdbc = JDBC.matcher(text);
        try {
            if (url.matches() && isPlausible(url)) {
                return of(url, percentDecoded(orEmpty(url, "user")), percentDecoded(orEmpty(url, "password")));
            }
            if (jdbc.matches() && isPlausible(jdbc)) {
                return of(jdbc, "", "");
            }
        } catch (IllegalArgumentException notEncoded) {
            // The message of the decoder repeats a part of the text.
            throw new IllegalArgumentException(NO_URL);
        }
        throw new IllegalArgumentException(NO_URL);
    }

    /** If a special character in the password is not encoded, parts of it would be taken for hosts and the database. */
    private static boolean isPlausible(Matcher parts) {
        return HOSTS.matcher(orEmpty(parts, "authority")).matches()
                && !orEmpty(parts, "rest").contains("@");
    }

    private static ServerAddress of(Matcher parts, String user, String password) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : orEmpty(parts, "query").split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                parameters.put(
                        equals < 0 ? pair : pair.substring(0, equals),
                        equals < 0 ? "" : percentDecoded(pair.substring(equals + 1)));
            }
        }
        String userParameter = parameters.remove("user");
        String passwordParameter = parameters.remove("password");
        String someone = userParameter == null ? user : userParameter;
        String authority = orEmpty(parts, "authority");
        String database = percentDecoded(orEmpty(parts, "rest"));
        return new ServerAddress(
                authority.isEmpty() ? "localhost:5432" : authority,
                database.isEmpty() ? (someone.isEmpty() ? "postgres" : someone) : database,
                someone,
                passwordParameter == null ? password : passwordParameter,
                parameters);
    }

    /** Returns the same server with another database. */
    ServerAddress withDatabase(String name) {
        return new ServerAddress(authority, name, user, password, parameters);
    }

    /** Returns the URL for the JDBC driver, with the password. */
    String jdbcUrl() {
        StringBuilder url = new StringBuilder("jdbc:postgresql://")
                .append(authority)
                .append('/')
                .append(encoded(database));
        Map<String, String> all = new TreeMap<>(parameters);
        if (!user.isEmpty()) {
            all.put("user", user);
        }
        if (!password.isEmpty()) {
            all.put("password", password);
        }
        return appendQuery(url, all);
    }

    /** Opens a connection. The URL for the driver, which may appear in messages, contains no password. */
    Connection connect() throws SQLException {
        Properties properties = new Properties();
        parameters.forEach(properties::setProperty);
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
        }
        if (!password.isEmpty()) {
            properties.setProperty("password", password);
        }
        return DriverManager.getConnection("jdbc:postgresql://" + authority + '/' + encoded(database), properties);
    }

    /** Returns the URL for libpq, with the password. */
    String url() {
        StringBuilder url = new StringBuilder("postgres://");
        if (!user.isEmpty()) {
            url.append(encoded(user));
            if (!password.isEmpty()) {
                url.append(':').append(encoded(password));
            }
            url.append('@');
        }
        url.append(authority).append('/').append(encoded(database));
        return appendQuery(url, new TreeMap<>(parameters));
    }

    /** Returns the address for messages, without the password. */
    @Override
    public String toString() {
        return authority + "/" + database;
    }

    private static String appendQuery(StringBuilder url, Map<String, String> query) {
        String separator = "?";
        for (Map.Entry<String, String> parameter : query.entrySet()) {
            url.append(separator).append(parameter.getKey()).append('=').append(encoded(parameter.getValue()));
            separator = "&";
        }
        return url.toString();
    }

    private static String orEmpty(Matcher parts, String group) {
        String value = parts.group(group);
        return value == null ? "" : value;
    }

    private static String percentDecoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
