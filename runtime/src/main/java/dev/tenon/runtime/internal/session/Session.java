package dev.tenon.runtime.internal.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connection with Tenon's own settings. Closing it restores the settings and closes the connection or returns it
 * to its pool.
 */
public final class Session implements AutoCloseable {

    private static final String ROLE = "role";

    private static final String OWN_ROLE = "SELECT pg_catalog.set_config('" + ROLE + "', ?, false)";

    private final Connection connection;
    private final boolean autoCommit;
    private final Map<String, String> own;
    private final Map<String, String> inherited;
    private Map<String, String> requested;
    private Map<String, String> inForce;
    private boolean touched;
    private boolean rowSecurity;

    private Session(Connection connection, boolean autoCommit, Map<String, String> own, Map<String, String> inherited) {
        this.connection = connection;
        this.autoCommit = autoCommit;
        this.own = own;
        this.inherited = inherited;
        this.requested = own;
        this.inForce = own;
    }

    /** Takes ownership of the connection; closes it on failure. */
    static Session of(Connection connection, String application, String history) throws SQLException {
        try {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            Map<String, String> overridden = StatementTimeoutOverride.disable(connection);
            Map<String, String> current = SessionSettings.current(connection);
            SessionSettings.Change change =
                    SessionSettings.set(connection, SessionSettings.values(application, history));
            Map<String, String> own = new LinkedHashMap<>(change.after());
            Map<String, String> inherited = new LinkedHashMap<>(change.before());
            inherited.putAll(overridden);
            setIfSupported(connection, own, inherited);
            own.putAll(current);
            inherited.putAll(current);
            return new Session(connection, autoCommit, own, inherited);
        } catch (SQLException | RuntimeException refused) {
            abandon(connection, refused);
            throw refused;
        }
    }

    private static void setIfSupported(Connection connection, Map<String, String> own, Map<String, String> inherited)
            throws SQLException {
        try {
            SessionSettings.Change change = SessionSettings.set(connection, SessionSettings.IF_SUPPORTED);
            own.putAll(change.after());
            inherited.putAll(change.before());
        } catch (SQLException impossible) {
            if (SqlStates.isConnectionLoss(impossible)) {
                throw impossible;
            }
        }
    }

    /** Returns the connection; it is in autocommit mode outside of explicit transactions. */
    public Connection connection() {
        return connection;
    }

    /** Marks the session before a user's statement, which may change role and settings. */
    public void touch() {
        touched = true;
    }

    /** Sets the search path of migrations for users' statements, until the next reset. */
    public void migrationPath() throws SQLException {
        touch();
        execute(SearchPath.SET_FOR_MIGRATIONS);
    }

    /** Resets role and settings to their initial values. */
    public void reset() throws SQLException {
        set(own);
    }

    /**
     * Resets the session with other values until the next reset, and with the search path of migrations.
     *
     * @param lockTimeout the lock timeout of statements
     * @param flushed whether a commit waits for durability, as configured on the server
     */
    public void reset(Duration lockTimeout, boolean flushed) throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>(own);
        settings.put(SearchPath.SETTING, SearchPath.FOR_MIGRATIONS);
        settings.put(MigratingSetting.NAME, MigratingSetting.ON);
        settings.put(SessionSettings.LOCK_TIMEOUT, Long.toString(lockTimeout.toMillis()));
        if (!flushed) {
            settings.put(SessionSettings.SYNCHRONOUS_COMMIT, "off");
        }
        set(settings);
    }

    /**
     * Whether policies apply from the next reset on. Without it, the server refuses a statement from which a policy would
     * hide rows, also if the policy hides none.
     */
    public void rowSecurity(boolean on) {
        rowSecurity = on;
    }

    private void set(Map<String, String> wanted) throws SQLException {
        connection.setAutoCommit(true);
        Map<String, String> settings = wanted;
        if (rowSecurity) {
            settings = new LinkedHashMap<>(wanted);
            settings.put(SessionSettings.ROW_SECURITY, "on");
        }
        if (touched || !settings.equals(requested)) {
            inForce = SessionSettings.setAgain(connection, settings);
            requested = settings;
            touched = false;
        }
    }

    /** Resets the role to the initial one, and the search path to Tenon's own. */
    public void resetRole() throws SQLException {
        SessionSettings.setAgain(connection, Map.of(ROLE, role(), SearchPath.SETTING, SearchPath.OWN));
    }

    private String role() {
        return Objects.requireNonNull(own.get(ROLE), ROLE);
    }

    /**
     * Runs the last statement of a transaction with Tenon's own search path. If an earlier statement may have changed
     * role or settings, the same round trip resets the role and checks the settings.
     *
     * @param sql a statement that returns one text
     * @param parameters its parameters
     * @return the text
     */
    public String finish(String sql, @Nullable Object... parameters) throws SQLException {
        boolean mayHaveChanged = touched;
        String own = SearchPath.SET_OWN_LOCALLY + "; " + sql;
        try (PreparedStatement statement = connection.prepareStatement(
                mayHaveChanged ? OWN_ROLE + "; " + SessionSettings.ARE_SET + "; " + own : own)) {
            int next = 1;
            if (mayHaveChanged) {
                statement.setString(next++, role());
                SessionSettings.bind(statement, next, inForce);
                next += 2;
            }
            for (Object parameter : parameters) {
                statement.setObject(next++, parameter);
            }
            statement.execute();
            if (mayHaveChanged) {
                statement.getMoreResults();
                touched = !text(statement).equals("t");
                statement.getMoreResults();
            }
            statement.getMoreResults();
            return text(statement);
        }
    }

    private static String text(Statement statement) throws SQLException {
        try (ResultSet row = statement.getResultSet()) {
            row.next();
            return row.getString(1);
        }
    }

    /** Rolls back the current transaction after a failure, and preserves that failure. */
    public void rollback(Exception cause) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException gone) {
            cause.addSuppressed(gone);
        }
    }

    /** Runs a statement and ignores its result. */
    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** Returns the one text that the query returns. */
    public String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return text(statement);
        }
    }

    @Override
    public void close() {
        try {
            if (!connection.isClosed()) {
                release();
            }
        } catch (SQLException gone) {
            abandon(connection, gone);
        }
    }

    private void release() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
        connection.setAutoCommit(true);
        SessionSettings.setAgain(connection, inherited);
        connection.setAutoCommit(autoCommit);
        connection.close();
    }

    /** Closes a connection that cannot be reset, so that a pool does not reuse it. */
    private static void abandon(Connection connection, Exception cause) {
        try (connection) {
            connection.abort(Runnable::run);
        } catch (SQLException | RuntimeException alsoGone) {
            cause.addSuppressed(alsoGone);
        }
    }
}
