package dev.tenon.runtime.internal.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings that affect the meaning and duration of statements. Server, database, role and pool may have their
 * own defaults, so none is inherited.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html">Client Connection Defaults</a>
 */
final class SessionSettings {

    /** The lock timeout of a statement, in milliseconds. */
    static final String LOCK_TIMEOUT = "lock_timeout";

    /** Whether policies hide rows, instead of an error. */
    static final String ROW_SECURITY = "row_security";

    /** The setting for the durability of commits. */
    static final String SYNCHRONOUS_COMMIT = "synchronous_commit";

    /** Settings that an older server does not know are skipped. */
    private static final Map<String, String> VALUES = new TreeMap<>(Map.ofEntries(
            Map.entry(SearchPath.SETTING, SearchPath.OWN),
            Map.entry("TimeZone", "UTC"),
            Map.entry("DateStyle", "ISO, YMD"),
            Map.entry("IntervalStyle", "postgres"),
            Map.entry("bytea_output", "hex"),
            Map.entry(ROW_SECURITY, "off"),
            Map.entry("check_function_bodies", "on"),
            Map.entry("standard_conforming_strings", "on"),
            Map.entry("transform_null_equals", "off"),
            Map.entry(MigratingSetting.NAME, ""),
            Map.entry("client_min_messages", "notice"),
            Map.entry("default_transaction_isolation", "read committed"),
            Map.entry("default_transaction_read_only", "off"),
            Map.entry("default_transaction_deferrable", "off"),
            Map.entry("statement_timeout", "0"),
            Map.entry(LOCK_TIMEOUT, "0"),
            Map.entry("transaction_timeout", "0"),
            Map.entry("idle_in_transaction_session_timeout", "0"),
            Map.entry("idle_session_timeout", "0"),
            Map.entry("tcp_keepalives_idle", "30"),
            Map.entry("tcp_keepalives_interval", "10"),
            Map.entry("tcp_keepalives_count", "3")));

    /** Lets the server notice a dead client during a statement; some platforms do not support it. */
    static final Map<String, String> IF_SUPPORTED = Map.of("client_connection_check_interval", "2000");

    private static final String KEPT = """
            SELECT kept, current_setting(kept)
            FROM unnest(ARRAY['role', 'synchronous_commit', 'maintenance_work_mem', 'max_parallel_maintenance_workers'])
                AS kept""";

    private static final String SET = """
            SELECT wanted.name, coalesce(current_setting(wanted.name, true), ''), set_config(wanted.name, wanted.value, false)
            FROM unnest(?, ?) AS wanted (name, value)
            WHERE wanted.name IN ('role', 'tenon.migrating', 'tenon.history') OR wanted.name IN (SELECT name FROM pg_catalog.pg_settings)""";

    private static final String SET_AGAIN = """
            SELECT wanted.name, pg_catalog.set_config(wanted.name, wanted.value, false)
            FROM ROWS FROM (pg_catalog.unnest(?), pg_catalog.unnest(?)) AS wanted (name, value)""";

    /**
     * Returns whether all settings, in two arrays of names and values, have these values; independent of the search
     * path.
     */
    static final String ARE_SET = """
            SELECT pg_catalog.bool_and(
                (pg_catalog.current_setting(wanted.name, true) OPERATOR(pg_catalog.=) wanted.value) IS TRUE)
            FROM ROWS FROM (pg_catalog.unnest(?), pg_catalog.unnest(?)) AS wanted (name, value)""";

    private SessionSettings() {}

    /**
     * Returns the values for every session.
     *
     * @param application the application name that the server shows
     * @param history the name of the history's schema
     */
    static Map<String, String> values(String application, String history) {
        Map<String, String> values = new LinkedHashMap<>(VALUES);
        values.put("application_name", application);
        values.put(HistorySetting.NAME, history);
        return values;
    }

    /**
     * Reads the settings that are inherited but change for some steps: the role ({@code none} for the user itself), the
     * durability of commits, and the memory for index builds.
     */
    static Map<String, String> current(Connection connection) throws SQLException {
        Map<String, String> current = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(KEPT)) {
            while (rows.next()) {
                current.put(rows.getString(1), rows.getString(2));
            }
        }
        return current;
    }

    /**
     * The result of setting values.
     *
     * @param before the previous values, by name
     * @param after the new values as the server prints them, by name
     */
    record Change(Map<String, String> before, Map<String, String> after) {}

    /** Sets each setting that the server knows, for the rest of the session. */
    static Change set(Connection connection, Map<String, String> values) throws SQLException {
        Change change = new Change(new LinkedHashMap<>(), new LinkedHashMap<>());
        try (PreparedStatement statement = connection.prepareStatement(SET)) {
            bind(statement, 1, values);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    change.before().put(rows.getString(1), rows.getString(2));
                    change.after().put(rows.getString(1), rows.getString(3));
                }
            }
        }
        return change;
    }

    /**
     * Sets settings that the server is known to support, for the rest of the session. Returns the values as the server
     * prints them, by name.
     */
    static Map<String, String> setAgain(Connection connection, Map<String, String> values) throws SQLException {
        Map<String, String> after = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SET_AGAIN)) {
            bind(statement, 1, values);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    after.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return after;
    }

    /** Binds names and values as two parameters. */
    static void bind(PreparedStatement statement, int first, Map<String, String> values) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(
                first, connection.createArrayOf("text", values.keySet().toArray()));
        statement.setArray(
                first + 1, connection.createArrayOf("text", values.values().toArray()));
    }
}
