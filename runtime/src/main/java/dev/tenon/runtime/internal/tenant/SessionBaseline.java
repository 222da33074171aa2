package dev.tenon.runtime.internal.tenant;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a session of a pool had before its first work as a tenant.
 *
 * @param login the login role
 * @param role the current role, {@code none} if it is the login role
 * @param settings the settings that the pool or its driver had changed in the session, by name
 */
record SessionBaseline(String login, String role, Map<String, String> settings) {

    /** The modes of the current transaction are listed like settings of the session. */
    private static final String READ = """
            SELECT session_user::pg_catalog.text, pg_catalog.current_setting('role'), setting.name, setting.setting
            FROM (SELECT) AS one LEFT JOIN pg_catalog.pg_settings AS setting ON setting.source OPERATOR(pg_catalog.=) 'session'
                AND setting.name OPERATOR(pg_catalog.<>) ALL
                    ('{transaction_isolation,transaction_read_only,transaction_deferrable}'::pg_catalog.text[])""";

    /** Reads it from a session in which no work has run yet. */
    static SessionBaseline read(Connection connection) throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>();
        String login = "";
        String role = "";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(READ)) {
            while (rows.next()) {
                login = rows.getString(1);
                role = rows.getString(2);
                String name = rows.getString(3);
                if (name != null) {
                    settings.put(name, rows.getString(4));
                }
            }
        }
        return new SessionBaseline(login, role, settings);
    }
}
