package dev.tenon.runtime.internal.isolation.session;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * The error of a rejected probe statement. The location in the server's source identifies the cause, because messages
 * are localized.
 *
 * @param state the SQLSTATE
 * @param routine the server function that raised the error
 * @param message the message
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL Error Codes</a>
 */
public record StatementError(String state, String routine, String message) {

    private static final Set<String> LOST = Set.of("08", "25", "53", "57", "58", "XX");

    private static final String CANCELLED = "57014";

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /**
     * Converts the server's error.
     *
     * @throws SQLException the same error if the connection is lost or the server has an internal error
     */
    public static StatementError unlessLost(SQLException failure) throws SQLException {
        StatementError refusal = of(failure);
        boolean lost =
                refusal.state().length() != 5 || LOST.contains(refusal.state().substring(0, 2));
        if (lost && !refusal.state().equals(CANCELLED)) {
            throw failure;
        }
        return refusal;
    }

    private static StatementError of(SQLException failure) {
        Optional<ServerErrorMessage> server = failure instanceof PSQLException postgres
                ? Optional.ofNullable(postgres.getServerErrorMessage())
                : Optional.empty();
        return new StatementError(
                Objects.requireNonNullElse(failure.getSQLState(), ""),
                server.map(ServerErrorMessage::getRoutine).orElse(""),
                server.map(ServerErrorMessage::getMessage)
                        .orElse(Objects.requireNonNullElse(failure.getMessage(), "")));
    }

    /** Whether a policy rejected the new row. */
    public boolean byRowSecurity() {
        return state.equals(INSUFFICIENT_PRIVILEGE) && routine.equals("ExecWithCheckOptions");
    }

    /** Whether a privilege is missing. */
    public boolean byPrivilege() {
        return state.equals(INSUFFICIENT_PRIVILEGE) && !byRowSecurity();
    }

    /** Whether only a constraint rejected it; the server checks policies before constraints. */
    public boolean byConstraint() {
        return state.startsWith("23");
    }

    /** Whether the server does not support the statement. */
    public boolean unsupported() {
        return state.equals("0A000");
    }

    public boolean byCheck() {
        return state.equals("23514");
    }

    public boolean byForeignKey() {
        return state.equals("23503");
    }

    /** Whether a value is invalid for its type, such as a setting that names no tenant. */
    public boolean byValue() {
        return state.startsWith("22");
    }

    /** Returns the message with its code. */
    @Override
    public String toString() {
        return message + " (" + state + ")";
    }
}
