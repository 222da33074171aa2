package dev.tenon.runtime.internal.isolation;

import dev.tenon.schema.internal.sql.parse.SqlScript;
import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** An attacker in a superuser's transaction: its session has the rights of a login role only. */
final class Attacker {

    private final Connection connection;
    private final String login;
    private final String role;

    /**
     * Creates an attacker.
     *
     * @param connection a connection of a superuser in a transaction
     * @param login the role that logs in
     * @param role the role with which it begins
     */
    Attacker(Connection connection, String login, String role) {
        this.connection = connection;
        this.login = login;
        this.role = role;
    }

    /** Runs the statements as a tenant, and returns what they show; one that fails does not end the attack. */
    List<String> exploit(String script, String setting, String tenant) throws SQLException {
        List<String> seen = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL SESSION AUTHORIZATION " + Identifier.quote(login) + "; SET LOCAL ROLE "
                    + Identifier.quote(role) + "; SELECT set_config(" + Literal.text(setting) + ", "
                    + Literal.text(tenant) + ", true)");
            for (String sql : SqlScript.of(script).statements()) {
                attempt(sql, seen);
            }
            attempt("SET CONSTRAINTS ALL IMMEDIATE", seen);
            statement.execute("SET SESSION AUTHORIZATION DEFAULT");
        }
        return seen;
    }

    /** Returns what a query shows the superuser, or its error. */
    List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        attempt(query, rows);
        return rows;
    }

    private void attempt(String sql, List<String> seen) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try {
                show(statement, statement.execute(sql), seen);
                connection.releaseSavepoint(before);
            } catch (SQLException refusal) {
                seen.add(String.valueOf(refusal.getMessage()));
                connection.rollback(before);
            }
            for (SQLWarning notice = statement.getWarnings(); notice != null; notice = notice.getNextWarning()) {
                seen.add(String.valueOf(notice.getMessage()));
            }
        }
    }

    private static void show(Statement statement, boolean hasRows, List<String> seen) throws SQLException {
        if (!hasRows) {
            return;
        }
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    seen.add(String.valueOf(rows.getString(i)));
                }
            }
        }
    }
}
