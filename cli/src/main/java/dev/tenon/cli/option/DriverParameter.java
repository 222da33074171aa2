package dev.tenon.cli.option;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postgresql.PGProperty;

/** The driver's names for parameters that libpq names differently. */
final class DriverParameter {

    private static final Map<String, String> LIBPQ = Map.ofEntries(
            Map.entry("application_name", PGProperty.APPLICATION_NAME.getName()),
            Map.entry("channel_binding", PGProperty.CHANNEL_BINDING.getName()),
            Map.entry("connect_timeout", PGProperty.CONNECT_TIMEOUT.getName()),
            Map.entry("gssencmode", PGProperty.GSS_ENC_MODE.getName()),
            Map.entry("options", PGProperty.OPTIONS.getName()),
            Map.entry("sslcert", PGProperty.SSL_CERT.getName()),
            Map.entry("sslkey", PGProperty.SSL_KEY.getName()),
            Map.entry("sslmode", PGProperty.SSL_MODE.getName()),
            Map.entry("sslnegotiation", PGProperty.SSL_NEGOTIATION.getName()),
            Map.entry("sslpassword", PGProperty.SSL_PASSWORD.getName()),
            Map.entry("sslrootcert", PGProperty.SSL_ROOT_CERT.getName()));

    private DriverParameter() {}

    /** Returns the driver's name of a libpq parameter, if it differs. */
    static Optional<String> ofLibpq(String name) {
        return Optional.ofNullable(LIBPQ.get(name));
    }

    /** Whether the driver has a parameter of that name. */
    static boolean isKnown(String name) {
        return PGProperty.forName(name) != null;
    }

    /** Whether the driver's parameter is secret, such as the password of a key. */
    static boolean isSecret(String name) {
        return name.toLowerCase(Locale.ROOT).contains("password");
    }
}
