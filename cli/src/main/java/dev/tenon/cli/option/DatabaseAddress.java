package dev.tenon.cli.option;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The address of a database, with credentials.
 *
 * @param hosts host and port; commas separate several
 * @param database the database
 * @param user the user; empty if not specified
 * @param password the password; empty if not specified
 * @param parameters the driver's parameters
 */
record DatabaseAddress(
        String hosts,
        Optional<String> database,
        Optional<String> user,
        Optional<String> password,
        Map<String, String> parameters) {

    DatabaseAddress {
        Objects.requireNonNull(hosts, "hosts");
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** Whether it holds a password, for the server or for a key. */
    boolean holdsSecret() {
        return password.isPresent() || parameters.keySet().stream().anyMatch(DriverParameter::isSecret);
    }

    /** Returns the address for messages, without password and parameters. */
    @Override
    public String toString() {
        return hosts + "/" + database.orElse("");
    }
}
