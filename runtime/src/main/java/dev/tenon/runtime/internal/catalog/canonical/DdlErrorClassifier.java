package dev.tenon.runtime.internal.catalog.canonical;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Tells a text that the server does not understand from any other failure.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL Error Codes</a>
 */
public final class DdlErrorClassifier {

    /** Syntax errors and unknown names, values that are none of their type, what is not supported. */
    private static final Set<String> CLASSES = Set.of("42", "22", "0A");

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** No privilege, not in the state that it takes, a configuration file that is wrong, and whatever a trigger on such commands has against it. */
    private static final List<String> OF_OBJECTS = List.of(INSUFFICIENT_PRIVILEGE, "55000", "F0", "P0");

    private DdlErrorClassifier() {}

    /**
     * What the server has against the text.
     *
     * @throws SQLException the failure itself, if it says nothing about the text
     */
    static String reason(SQLException failure) throws SQLException {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        if (state.length() != 5 || !CLASSES.contains(state.substring(0, 2)) || state.equals(INSUFFICIENT_PRIVILEGE)) {
            throw failure;
        }
        return failure.getMessage() + " (" + state + ")";
    }

    /**
     * What the server has against making an object once more, be it that the role may not.
     *
     * @throws SQLException the failure itself, if it says nothing about the statement
     */
    public static String orPrivilege(SQLException failure) throws SQLException {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        if (OF_OBJECTS.stream().anyMatch(state::startsWith)) {
            return failure.getMessage() + " (" + state + ")";
        }
        return reason(failure);
    }
}
