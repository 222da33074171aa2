package dev.tenon.cli.option;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.fault.FaultException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses a database URL of JDBC or libpq. Its messages repeat no part of the URL, because any part may contain a
 * password if a character is not encoded.
 */
final class UrlParser {

    private static final Pattern JDBC = Pattern.compile(
            "jdbc:postgresql:(?://(?<hosts>[^/?]*)/)?(?<database>[^/?]*)(?:\\?(?<query>.*))?", Pattern.DOTALL);
    private static final Pattern LIBPQ = Pattern.compile(
            "postgres(?:ql)?://(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?"
                    + "(?<hosts>[^@/?]*)(?:/(?<database>[^/?]*))?(?:\\?(?<query>.*))?",
            Pattern.DOTALL);
    private static final Pattern HOSTS =
            Pattern.compile("HOST(?:,HOST)*".replace("HOST", "(?:[\\p{L}\\p{N}_.-]+|\\[[\\w.:%]+])(?::\\d{1,5})?"));
    private static final int LAST_PORT = 65535;
    private static final Pattern PORT = Pattern.compile(":(\\d+)(?=,|$)");

    /** The source of a URL that every user of the machine can read. */
    static final String COMMAND_LINE = "--url";

    private final String source;

    private UrlParser(String source) {
        this.source = source;
    }

    /**
     * Parses a URL.
     *
     * @param source the source of the URL, for messages
     * @throws FaultException if it is not a database URL
     */
    static DatabaseAddress parse(String url, String source) {
        UrlParser parser = new UrlParser(source);
        Matcher libpq = LIBPQ.matcher(url);
        if (libpq.matches()) {
            return parser.address(libpq, parser.part(libpq, "user"), parser.part(libpq, "password"), true);
        }
        Matcher jdbc = JDBC.matcher(url);
        if (url.startsWith("jdbc:") && url.split("\\?", 2)[0].contains("@")) {
            throw parser.fault(
                    "it names a user before the host, which JDBC URLs do not support",
                    "write postgres://USER@HOST:PORT/DATABASE or jdbc:postgresql://HOST:PORT/DATABASE?user=USER, "
                            + parser.wherePasswordsGo());
        }
        if (jdbc.matches()) {
            return parser.address(jdbc, Optional.empty(), Optional.empty(), false);
        }
        throw parser.invalid(
                "it is neither jdbc:postgresql://host:port/database nor postgres://user@host:port/database");
    }

    private DatabaseAddress address(Matcher url, Optional<String> user, Optional<String> password, boolean libpq) {
        Map<String, String> parameters = new TreeMap<>();
        Optional<String> someone = user;
        Optional<String> secret = password;
        String hosts = hosts(url);
        Optional<String> database = database(url);
        String query = url.group("query");
        int number = 0;
        for (String pair : query == null ? new String[0] : query.split("&")) {
            number++;
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw invalid("parameter " + number + " has no name or no value");
            }
            String name = decoded(pair.substring(0, equals));
            String value = decoded(pair.substring(equals + 1));
            switch (name) {
                case "user" -> someone = Optional.of(value);
                case "password" -> secret = Optional.of(value);
                default -> parameters.put(parameter(name, number, libpq), value);
            }
        }
        return new DatabaseAddress(hosts, database, someone, secret, parameters);
    }

    private String hosts(Matcher url) {
        String hosts = Objects.requireNonNullElse(url.group("hosts"), "");
        if (!hosts.isEmpty() && !areHosts(hosts)) {
            throw invalid("host and port are invalid");
        }
        return hosts;
    }

    /** Whether the text is host and port, or several of them separated by commas. */
    static boolean areHosts(String text) {
        return HOSTS.matcher(text).matches()
                && PORT.matcher(text).results().allMatch(port -> Integer.parseInt(port.group(1)) <= LAST_PORT);
    }

    private Optional<String> database(Matcher url) {
        if (Objects.requireNonNullElse(url.group("database"), "").contains("@")) {
            throw invalid("the name of the database contains @");
        }
        return part(url, "database");
    }

    private String parameter(String name, int number, boolean libpq) {
        Optional<String> ofDriver = libpq ? DriverParameter.ofLibpq(name) : Optional.empty();
        return ofDriver.or(() -> Optional.of(name).filter(DriverParameter::isKnown))
                .orElseThrow(() -> invalid("the driver does not support parameter " + number));
    }

    private Optional<String> part(Matcher url, String group) {
        String text = url.group(group);
        return text == null || text.isEmpty() ? Optional.empty() : Optional.of(decoded(text));
    }

    /** Decodes percent-encoding; a plus sign is a plus sign. */
    private String decoded(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(text.length() * 3);
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '%') {
                    bytes.put((byte) HexFormat.fromHexDigits(text, i + 1, i + 3));
                    i += 2;
                } else {
                    int end = Character.isHighSurrogate(c) && i + 1 < text.length() ? i + 2 : i + 1;
                    bytes.put(StandardCharsets.UTF_8.encode(CharBuffer.wrap(text, i, end)));
                    i = end - 1;
                }
            }
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | CharacterCodingException invalid) {
            throw invalid("a percent sign is not followed by two hexadecimal digits; write %25 for the sign itself");
        }
    }

    private FaultException invalid(String problem) {
        return fault(
                problem,
                "write postgres://USER@HOST:PORT/DATABASE, in names and passwords %40 for @, %2F for /, %3A for : and %3F for ?; "
                        + wherePasswordsGo());
    }

    private String wherePasswordsGo() {
        return source.equals(COMMAND_LINE)
                ? "and put the password into PGPASSWORD, DATABASE_URL or ~/.pgpass"
                : "and the password as in postgres://USER:PASSWORD@HOST:PORT/DATABASE or into PGPASSWORD";
    }

    private FaultException fault(String problem, String remedy) {
        return new Fault(FaultCode.USAGE, source + " is not a valid database URL: " + problem, remedy).exception();
    }
}
