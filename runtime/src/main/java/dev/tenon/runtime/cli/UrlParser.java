package dev.tenon.runtime.cli;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.fault.FaultException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a database's URL in either spelling, JDBC's or libpq's. Its messages never repeat the URL, which may hold a password. */
final class UrlParser {

    private static final Pattern JDBC =
            Pattern.compile("jdbc:postgresql:(?://(?<hosts>[^/?]*)/)?(?<database>[^/?]*)(?:\\?(?<query>.*))?");
    private static final Pattern LIBPQ =
            Pattern.compile("postgres(?:ql)?://(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?"
                    + "(?<hosts>[^@/?]*)(?:/(?<database>[^/?]*))?(?:\\?(?<query>.*))?");

    private final String where;

    private UrlParser(String where) {
        this.where = where;
    }

    /**
     * Reads a URL.
     *
     * @param where where the URL comes from, for messages
     * @throws FaultException if it is no such URL
     */
    static ServerAddress parse(String url, String where) {
        UrlParser parser = new UrlParser(where);
        Matcher libpq = LIBPQ.matcher(url);
        if (libpq.matches()) {
            return parser.address(libpq, parser.part(libpq, "user"), parser.part(libpq, "password"), true);
        }
        Matcher jdbc = JDBC.matcher(url);
        if (jdbc.matches()) {
            return parser.address(jdbc, Optional.empty(), Optional.empty(), false);
        }
        throw parser.wrong("it is neither jdbc:postgresql://host:port/database nor postgres://user@host:port/database");
    }

    private ServerAddress address(Matcher url, Optional<String> user, Optional<String> password, boolean libpq) {
        Map<String, String> parameters = new TreeMap<>();
        Optional<String> someone = user;
        Optional<String> secret = password;
        String query = url.group("query");
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw wrong("a parameter has no name or no value");
            }
            String name = decoded(pair.substring(0, equals));
            String value = decoded(pair.substring(equals + 1));
            switch (name) {
                case "user" -> someone = Optional.of(value);
                case "password" -> secret = Optional.of(value);
                default -> parameters.put(libpq ? parameter(name) : known(name), value);
            }
        }
        String hosts = url.group("hosts");
        return new ServerAddress(hosts == null ? "" : hosts, part(url, "database"), someone, secret, parameters);
    }

    private String parameter(String libpqName) {
        return DriverParameter.ofLibpq(libpqName).orElseGet(() -> known(libpqName));
    }

    private String known(String name) {
        if (!DriverParameter.isKnown(name)) {
            throw wrong("the driver has no parameter '" + name + "'");
        }
        return name;
    }

    private Optional<String> part(Matcher url, String group) {
        String text = url.group(group);
        return text == null || text.isEmpty() ? Optional.empty() : Optional.of(decoded(text));
    }

    /** Decodes percent signs; a plus sign is a plus sign. */
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
        } catch (IllegalArgumentException | IndexOutOfBoundsException | CharacterCodingException broken) {
            throw wrong("a percent sign is not followed by two hexadecimal digits; write %25 for the sign itself");
        }
    }

    private FaultException wrong(String problem) {
        return new Fault(FaultCode.USAGE, where + " is not a URL that can be used: " + problem, "correct " + where)
                .exception();
    }
}
