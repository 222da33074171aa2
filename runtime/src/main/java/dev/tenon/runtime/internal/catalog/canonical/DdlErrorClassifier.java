package dev.tenon.runtime.internal.catalog.canonical;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Distinguishes SQL text that the server refuses from other failures.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL Error Codes</a>
 */
public final class DdlErrorClassifier {

    /** The error classes of refused text: syntax errors and unknown names, invalid values, and unsupported features. */
    private static final Set<String> CLASSES = Set.of("42", "22", "0A");

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /**
     * The additional states for CREATE statements: insufficient privilege, invalid prerequisite state, configuration
     * file error, and errors that event triggers raise.
     */
    private static final List<String> OF_OBJECTS = List.of(INSUFFICIENT_PRIVILEGE, "55000", "F0", "P0");

    private DdlErrorClassifier() {}

    /**
     * Returns the message if the server refused the text.
     *
     * @throws SQLException the failure itself, if it has another cause
     */
    static String reason(SQLException failure) throws SQLException {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        if (state.length() != 5 || !CLASSES.contains(state.substring(0, 2)) || state.equals(INSUFFICIENT_PRIVILEGE)) {
            throw failure;
        }
        return failure.getMessage() + " (" + state + ")";
    }

    /**
     * Returns the message if the server refused to create an object, also if the role lacks a privilege.
     *
     * @throws SQLException the failure itself, if it has another cause
     */
    public static String orPrivilege(SQLException failure) throws SQLException {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        if (OF_OBJECTS.stream().anyMatch(state::startsWith)) {
            return failure.getMessage() + " (" + state + ")";
        }
        return reason(failure);
    }
}
