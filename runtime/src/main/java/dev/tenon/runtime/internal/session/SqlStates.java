package dev.tenon.runtime.internal.session;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;

/**
 * Classifies SQLSTATEs: whether a retry may help.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL Error Codes</a>
 */
public final class SqlStates {

    private static final Set<String> CONTENTION = Set.of("55P03", "40P01", "40001");

    private static final Set<String> SHUTDOWN = Set.of("57P01", "57P02", "57P03", "57P05", "53300");

    private static final Set<String> OUT_OF_SPACE = Set.of("53100", "53200");

    private SqlStates() {}

    /** Returns the SQLSTATE of the error; empty if it has none. */
    public static String of(SQLException error) {
        return Objects.requireNonNullElse(error.getSQLState(), "");
    }

    /** Whether other sessions caused the error, so that the same transaction may succeed later. */
    public static boolean isContention(SQLException error) {
        return CONTENTION.contains(of(error));
    }

    /** Whether the connection is lost or temporarily unavailable, so that a new one may succeed. */
    public static boolean isConnectionLoss(SQLException error) {
        String state = of(error);
        return state.startsWith("08") || SHUTDOWN.contains(state);
    }

    /** Whether the server runs but temporarily accepts no further connection. */
    public static boolean isServerBusy(SQLException error) {
        return of(error).equals("57P03") || of(error).equals("53300");
    }

    /** Whether the server cancelled the statement, on timeout or on request. */
    public static boolean isCancelled(SQLException error) {
        return of(error).equals("57014");
    }

    /** Whether the server ran out of disk, shared memory or memory. */
    public static boolean isOutOfSpace(SQLException error) {
        return OUT_OF_SPACE.contains(of(error));
    }

    /** Whether the cause may disappear without a change of rows, privileges or statements. */
    public static boolean mayPass(SQLException error) {
        String state = of(error);
        return isContention(error)
                || isCancelled(error)
                || isConnectionLoss(error)
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58");
    }

    /** Returns the server's message in one line, without the driver's additions. */
    public static String message(SQLException error) {
        String message = Objects.requireNonNullElse(error.getMessage(), error.toString());
        int end = message.indexOf('\n');
        return (end < 0 ? message : message.substring(0, end)).strip();
    }
}
