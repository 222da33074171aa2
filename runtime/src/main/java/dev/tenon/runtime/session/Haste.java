package dev.tenon.runtime.session;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * Gets a session past a {@code statement_timeout} that its database or role has by default and that is so short that even
 * asking for another one may take too long: then one asks again.
 */
final class Haste {

    private static final int ATTEMPTS = 200;
    private static final String TIMEOUT = "statement_timeout";

    /** Tells the value and changes it for what comes after. */
    private static final String END = "SELECT pg_catalog.current_setting('" + TIMEOUT + "'), pg_catalog.set_config('"
            + TIMEOUT + "', '0', false)";

    private Haste() {}

    /** What the server may cancel because it takes too long. */
    interface Attempt<T> {
        T make() throws SQLException;
    }

    /** Lets statements take as long as they take, and returns the setting as it was, by name. */
    static Map<String, String> end(Connection connection) throws SQLException {
        return insist(() -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(END)) {
                row.next();
                return Map.of(TIMEOUT, row.getString(1));
            }
        });
    }

    /** Makes the attempt again until the server does not cancel it, or has done so far too often. */
    static <T> T insist(Attempt<T> attempt) throws SQLException {
        for (int number = 1; ; number++) {
            try {
                return attempt.make();
            } catch (SQLException refused) {
                if (number == ATTEMPTS || !SqlStates.isCancelled(refused)) {
                    throw refused;
                }
            }
        }
    }
}
