package dev.tenon.runtime.internal.session;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import java.sql.SQLException;
import java.util.Map;

/** The faults of failed and lost connections. */
public final class ConnectionFaults {

    private ConnectionFaults() {}

    /** Creates the fault for a connection that could not be opened. */
    public static Fault notOpened(SQLException error) {
        String state = SqlStates.of(error);
        boolean refused = state.startsWith("28") || state.equals("3D000") || state.equals("08004");
        return refused
                ? fault(
                        FaultCode.LOGIN_REFUSED,
                        "the server refused the login: ",
                        error,
                        "check user, password (PGPASSWORD, DATABASE_URL or ~/.pgpass) and database name")
                : fault(
                        FaultCode.NO_CONNECTION,
                        "cannot connect to the server: ",
                        error,
                        "check host and port, and that PostgreSQL is running");
    }

    /** Creates the fault for a lost connection that could not be restored. */
    public static Fault lost(SQLException error) {
        return fault(
                FaultCode.CONNECTION_LOST,
                "the connection was lost: ",
                error,
                "run the command again when the server is back; it continues after the last committed step");
    }

    /** Creates the fault for a query that failed unexpectedly. */
    public static Fault unexpected(SQLException error) {
        return fault(
                FaultCode.UNEXPECTED,
                "unexpected database error: ",
                error,
                "fix the cause it names; otherwise report the output of --verbose");
    }

    private static Fault fault(FaultCode code, String problem, SQLException error, String remedy) {
        String state = SqlStates.of(error);
        String message = SqlStates.message(error);
        Throwable cause = error.getCause();
        String why = cause == null || cause instanceof SQLException || message.contains("refused") ? "" : " " + cause;
        return new Fault(
                code,
                problem + message + why + (state.isEmpty() ? "" : " (SQLSTATE " + state + ")"),
                remedy,
                Map.of("sqlState", state, "serverMessage", message));
    }
}
