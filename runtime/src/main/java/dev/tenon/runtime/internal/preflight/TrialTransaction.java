package dev.tenon.runtime.internal.preflight;

import dev.tenon.runtime.internal.session.SearchPath;
import dev.tenon.runtime.internal.session.SqlStates;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Executes statements in one transaction, each with a savepoint, so that a refused one does not end it. */
final class TrialTransaction implements RowTrialRunner.RowQuery {

    private static final String SETTINGS = "SET LOCAL lock_timeout = 500; SET LOCAL statement_timeout = 30000";

    /** Users' names are found as in a migration; a copy is found by its qualified name only. */
    private static final String USERS_PATH = "SET LOCAL search_path TO public, pg_temp";

    private static final String READ_ONLY = "SET LOCAL transaction_read_only = on";

    private static final String SAVEPOINT = "tenon_trial";

    private final Connection connection;
    private String path = "";

    TrialTransaction(Connection connection) {
        this.connection = connection;
    }

    /** Returns the connection, which is in this transaction, for Tenon's own queries until the next statement. */
    @Override
    public Connection connection() throws SQLException {
        path(SearchPath.SET_OWN_LOCALLY);
        return connection;
    }

    /**
     * Executes the statement.
     *
     * @throws RefusedException if the server refuses it; then its effects are undone
     * @throws SQLException if the connection is lost
     */
    void execute(String sql) throws SQLException {
        query(sql);
    }

    /**
     * Executes the query, and returns the values of its rows as text, nulls as empty text.
     *
     * @throws RefusedException if the server refuses it
     * @throws SQLException if the connection is lost
     */
    @Override
    public List<List<String>> query(String sql) throws SQLException {
        path(USERS_PATH);
        run("SAVEPOINT " + SAVEPOINT);
        List<List<String>> rows;
        try {
            rows = run(sql);
        } catch (SQLException refused) {
            if (SqlStates.isConnectionLoss(refused)) {
                throw refused;
            }
            run("ROLLBACK TO SAVEPOINT " + SAVEPOINT);
            throw new RefusedException(refused);
        }
        run("RELEASE SAVEPOINT " + SAVEPOINT);
        return rows;
    }

    /** Refuses to write from now on. */
    void readOnly() throws SQLException {
        path(USERS_PATH);
        run(READ_ONLY);
    }

    private void path(String next) throws SQLException {
        if (path.isEmpty()) {
            run(SETTINGS + "; " + next);
        } else if (!path.equals(next)) {
            run(next);
        }
        path = next;
    }

    private List<List<String>> run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            if (!statement.execute(sql)) {
                return List.of();
            }
            try (ResultSet row = statement.getResultSet()) {
                int columns = row.getMetaData().getColumnCount();
                List<List<String>> rows = new ArrayList<>();
                while (row.next()) {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        values.add(Objects.requireNonNullElse(row.getString(i), ""));
                    }
                    rows.add(values);
                }
                return rows;
            }
        }
    }
}
