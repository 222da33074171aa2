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
 * @param vector whether the database has pgvector
 * @param routines whether the database has routines of its own, which may leave something in the session
 * @param settings the settings that the pool or its driver had changed in the session, by name
 */
record SessionBaseline(String login, String role, boolean vector, boolean routines, Map<String, String> settings) {

    /** The modes of the current transaction are listed like settings of the session. */
    private static final String READ = """
            SELECT session_user::pg_catalog.text, pg_catalog.current_setting('role'), setting.name, setting.setting,
                EXISTS (SELECT FROM pg_catalog.pg_extension AS e WHERE e.extname OPERATOR(pg_catalog.=) 'vector'),
                EXISTS (SELECT FROM pg_catalog.pg_proc AS p JOIN pg_catalog.pg_namespace AS n
                        ON n.oid OPERATOR(pg_catalog.=) p.pronamespace
                    WHERE n.nspname OPERATOR(pg_catalog.<>) ALL ('{pg_catalog,information_schema}'::pg_catalog.name[])
                    AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d WHERE d.classid OPERATOR(pg_catalog.=) 1255
                        AND d.objid OPERATOR(pg_catalog.=) p.oid AND d.deptype OPERATOR(pg_catalog.=) 'e'))
            FROM (SELECT) AS one LEFT JOIN pg_catalog.pg_settings AS setting ON setting.source OPERATOR(pg_catalog.=) 'session'
                AND setting.name OPERATOR(pg_catalog.<>) ALL
                    ('{transaction_isolation,transaction_read_only,transaction_deferrable}'::pg_catalog.text[])""";

    /** Reads it from a session in which no work has run yet. */
    static SessionBaseline read(Connection connection) throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>();
        String login = "";
        String role = "";
        boolean vector = true;
        boolean routines = true;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(READ)) {
            while (rows.next()) {
                login = rows.getString(1);
                role = rows.getString(2);
                vector = rows.getBoolean(5);
                routines = rows.getBoolean(6);
                String name = rows.getString(3);
                if (name != null) {
                    settings.put(name, rows.getString(4));
                }
            }
        }
        return new SessionBaseline(login, role, vector, routines, settings);
    }
}
