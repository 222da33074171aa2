package dev.tenon.runtime.internal.preflight;

import dev.tenon.runtime.internal.session.MigratingSetting;
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

    private static final String SETTINGS =
            "SET LOCAL lock_timeout = 500; SET LOCAL statement_timeout = 30000; " + MigratingSetting.SET_LOCALLY;

    /**
     * Keeps users' event triggers from firing, if the role may do so, and returns whether some may fire. No row is
     * written, so the other effects of the setting before PostgreSQL 17 do not matter.
     */
    private static final String WITHOUT_EVENT_TRIGGERS = """
            SELECT CASE
                WHEN current_setting('server_version_num')::int >= 170000 AND has_parameter_privilege('event_triggers', 'SET')
                THEN set_config('event_triggers', 'off', true) = 'on'
                WHEN has_parameter_privilege('session_replication_role', 'SET')
                THEN set_config('session_replication_role', 'replica', true) <> 'replica'
                ELSE true
            END AND EXISTS (SELECT FROM pg_catalog.pg_event_trigger WHERE evtenabled <> 'D')""";

    /** Users' names are found as in a migration; a copy is found by its qualified name only. */
    private static final String USERS_PATH = "SET LOCAL search_path TO public, pg_temp";

    private static final String READ_ONLY = "SET LOCAL transaction_read_only = on";

    private static final String SAVEPOINT = "tenon_trial";

    private final Connection connection;
    private String path = "";
    private boolean eventTriggersFire;

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
        String prefix = change(USERS_PATH);
        try {
            // One round trip: after a failure, the server skips the rest.
            return run(prefix + "SAVEPOINT " + SAVEPOINT + "; " + sql + "\n; RELEASE SAVEPOINT " + SAVEPOINT);
        } catch (SQLException refused) {
            if (SqlStates.isConnectionLoss(refused)) {
                throw refused;
            }
            run("ROLLBACK TO SAVEPOINT " + SAVEPOINT + "; RELEASE SAVEPOINT " + SAVEPOINT);
            throw new RefusedException(refused);
        }
    }

    /** Keeps event triggers from firing, because what the transaction creates is only tried. */
    void disableEventTriggers() throws SQLException {
        path(SearchPath.SET_OWN_LOCALLY);
        eventTriggersFire = run(WITHOUT_EVENT_TRIGGERS).get(0).get(0).equals("t");
    }

    /** Whether an event trigger may have caused the failure of a statement. */
    boolean mayBeOfEventTrigger(SQLException refused) {
        return eventTriggersFire && !RefusalClassifier.isOfStatement(refused);
    }

    /** Refuses to write from now on. */
    void readOnly() throws SQLException {
        path(USERS_PATH);
        run(READ_ONLY);
    }

    private void path(String next) throws SQLException {
        String change = change(next);
        if (!change.isEmpty()) {
            run(change);
        }
    }

    /** Returns the statements that set the path, to be executed before the next one; empty if it is set. */
    private String change(String next) {
        String settings = path.isEmpty() ? SETTINGS + "; " : "";
        String change = path.equals(next) ? "" : settings + next + "; ";
        path = next;
        return change;
    }

    /** Executes statements, and returns the rows of the one that has a result. */
    private List<List<String>> run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            boolean isResult = statement.execute(sql);
            while (!isResult && statement.getUpdateCount() != -1) {
                isResult = statement.getMoreResults();
            }
            return isResult ? rows(statement) : List.of();
        }
    }

    private static List<List<String>> rows(Statement statement) throws SQLException {
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
