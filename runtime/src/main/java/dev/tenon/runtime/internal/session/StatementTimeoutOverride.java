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

    /** Returns the current values and changes them for later statements. */
    private static final String DISABLE =
            "SELECT " + change(TIMEOUT, "0") + ", " + change(SearchPath.SETTING, SearchPath.OWN);

    private StatementTimeoutOverride() {}

    /** A query that the server may cancel on timeout. */
    interface Attempt<T> {
        T run() throws SQLException;
    }

    private static String change(String setting, String value) {
        return "pg_catalog.current_setting('" + setting + "'), pg_catalog.set_config('" + setting + "', '" + value
                + "', false)";
    }

    /** Disables the statement timeout and sets Tenon's search path. Returns the previous values, by name. */
    static Map<String, String> disable(Connection connection) throws SQLException {
        return retry(() -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(DISABLE)) {
                row.next();
                return Map.of(TIMEOUT, row.getString(1), SearchPath.SETTING, row.getString(3));
            }
        });
    }

    /** Retries until the server does not cancel the query, at most a fixed number of times. */
    static <T> T retry(Attempt<T> attempt) throws SQLException {
        for (int number = 1; ; number++) {
            try {
                return attempt.run();
            } catch (SQLException refused) {
                if (number == ATTEMPTS || !SqlStates.isCancelled(refused)) {
                    throw refused;
                }
            }
        }
    }
}
