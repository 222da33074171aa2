package dev.tenon.runtime.internal.session;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * Disables an inherited {@code statement_timeout}, retrying because the SET itself may time out. The same statement
 * replaces the inherited search path, on which other roles may have created functions that later queries would call.
 */
final class StatementTimeoutOverride {

    private static final int ATTEMPTS = 200;
    private static final String TIMEOUT = "statement_timeout";

    /** Tells the value and changes it for what comes after. */
    private static final String END =
            "SELECT " + change(TIMEOUT, "0") + ", " + change(SearchPath.SETTING, SearchPath.OWN);

    private StatementTimeoutOverride() {}

    /** What the server may cancel because it takes too long. */
    interface Attempt<T> {
        T make() throws SQLException;
    }

    private static String change(String setting, String value) {
        return "pg_catalog.current_setting('" + setting + "'), pg_catalog.set_config('" + setting + "', '" + value
                + "', false)";
    }

    /** Lets statements take as long as they take and names mean the server's own; returns both settings as they were, by name. */
    static Map<String, String> end(Connection connection) throws SQLException {
        return insist(() -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(END)) {
                row.next();
                return Map.of(TIMEOUT, row.getString(1), SearchPath.SETTING, row.getString(3));
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
