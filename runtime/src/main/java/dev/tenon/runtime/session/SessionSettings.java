package dev.tenon.runtime.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings that decide what a statement means and how long it may take. A server, a database, a role and a pool may
 * each have defaults of their own, so none is inherited.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html">Client Connection Defaults</a>
 */
final class SessionSettings {

    /** Settings that a server does not know, because it is older, are passed over. */
    private static final Map<String, String> VALUES = new TreeMap<>(Map.ofEntries(
            Map.entry("search_path", "public"),
            Map.entry("TimeZone", "UTC"),
            Map.entry("DateStyle", "ISO, YMD"),
            Map.entry("IntervalStyle", "postgres"),
            Map.entry("bytea_output", "hex"),
            Map.entry("row_security", "off"),
            Map.entry("check_function_bodies", "on"),
            Map.entry("standard_conforming_strings", "on"),
            Map.entry("transform_null_equals", "off"),
            Map.entry("client_min_messages", "notice"),
            Map.entry("default_transaction_isolation", "read committed"),
            Map.entry("default_transaction_read_only", "off"),
            Map.entry("default_transaction_deferrable", "off"),
            Map.entry("statement_timeout", "0"),
            Map.entry("lock_timeout", "0"),
            Map.entry("transaction_timeout", "0"),
            Map.entry("idle_in_transaction_session_timeout", "0"),
            Map.entry("idle_session_timeout", "0"),
            Map.entry("tcp_keepalives_idle", "30"),
            Map.entry("tcp_keepalives_interval", "10"),
            Map.entry("tcp_keepalives_count", "3")));

    /** Lets the server notice in the middle of a statement that its client has died. Some platforms cannot. */
    static final Map<String, String> WHERE_POSSIBLE = Map.of("client_connection_check_interval", "2000");

    private static final String SET = """
            SELECT wanted.name, current_setting(wanted.name, true), set_config(wanted.name, wanted.value, false)
            FROM unnest(?, ?) AS wanted (name, value)
            WHERE wanted.name = 'role' OR wanted.name IN (SELECT name FROM pg_catalog.pg_settings)""";

    private SessionSettings() {}

    /**
     * The values that hold in every session.
     *
     * @param application what the server shows as the name of the application
     */
    static Map<String, String> values(String application) {
        Map<String, String> values = new LinkedHashMap<>(VALUES);
        values.put("application_name", application);
        return values;
    }

    /** The role in force, as a setting: {@code none} where it is the user itself. */
    static Map<String, String> role(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW role")) {
            row.next();
            return Map.of("role", row.getString(1));
        }
    }

    /** Sets each to its value for the rest of the session, and returns the values before, by name. */
    static Map<String, String> set(Connection connection, Map<String, String> values) throws SQLException {
        Map<String, String> before = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SET)) {
            statement.setArray(
                    1, connection.createArrayOf("text", values.keySet().toArray()));
            statement.setArray(
                    2, connection.createArrayOf("text", values.values().toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    before.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return before;
    }
}
