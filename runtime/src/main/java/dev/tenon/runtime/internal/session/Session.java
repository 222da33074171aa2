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
    private Map<String, String> asked;
    private Map<String, String> inForce;
    private boolean touched;

    private Session(Connection connection, boolean autoCommit, Map<String, String> own, Map<String, String> inherited) {
        this.connection = connection;
        this.autoCommit = autoCommit;
        this.own = own;
        this.inherited = inherited;
        this.asked = own;
        this.inForce = own;
    }

    /** Takes the connection over; it is closed if that fails. */
    static Session of(Connection connection, String application) throws SQLException {
        try {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            Map<String, String> unhurried = StatementTimeoutOverride.end(connection);
            Map<String, String> kept = SessionSettings.kept(connection);
            SessionSettings.Change change = SessionSettings.set(connection, SessionSettings.values(application));
            Map<String, String> own = new LinkedHashMap<>(change.after());
            Map<String, String> inherited = new LinkedHashMap<>(change.before());
            inherited.putAll(unhurried);
            setWherePossible(connection, own, inherited);
            own.putAll(kept);
            inherited.putAll(kept);
            return new Session(connection, autoCommit, own, inherited);
        } catch (SQLException | RuntimeException refused) {
            abandon(connection, refused);
            throw refused;
        }
    }

    private static void setWherePossible(Connection connection, Map<String, String> own, Map<String, String> inherited)
            throws SQLException {
        try {
            SessionSettings.Change change = SessionSettings.set(connection, SessionSettings.WHERE_POSSIBLE);
            own.putAll(change.after());
            inherited.putAll(change.before());
        } catch (SQLException impossible) {
            if (SqlStates.isConnectionLoss(impossible)) {
                throw impossible;
            }
        }
    }

    /** The connection, each statement on which is a transaction of its own unless one is begun. */
    public Connection connection() {
        return connection;
    }

    /** Takes note that a statement of somebody else's runs, which may change role and settings. */
    public void touch() {
        touched = true;
    }

    /** Has the names in statements of somebody else's mean what they mean in a migration, until the next reset. */
    public void theirPath() throws SQLException {
        touch();
        execute(SearchPath.SET_THEIRS);
    }

    /** Undoes what statements did to the session: role and settings are as in a new one. */
    public void reset() throws SQLException {
        set(own);
    }

    /**
     * The same, but for the time until the next reset, and with the search path of migrations.
     *
     * @param lockTimeout how long a statement waits for a lock
     * @param flushed whether a commit waits until it is as durable as the server's settings ask for, and with it all before
     */
    public void reset(Duration lockTimeout, boolean flushed) throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>(own);
        settings.put(SearchPath.SETTING, SearchPath.THEIRS);
        settings.put(SessionSettings.LOCK_TIMEOUT, Long.toString(lockTimeout.toMillis()));
        if (!flushed) {
            settings.put(SessionSettings.SYNCHRONOUS_COMMIT, "off");
        }
        set(settings);
    }

    private void set(Map<String, String> settings) throws SQLException {
        connection.setAutoCommit(true);
        if (touched || !settings.equals(asked)) {
            inForce = SessionSettings.setAgain(connection, settings);
            asked = settings;
            touched = false;
        }
    }

    /** Takes on the role again that the session began with, and Tenon's own search path. */
    public void ownRole() throws SQLException {
        SessionSettings.setAgain(connection, Map.of(ROLE, role(), SearchPath.SETTING, SearchPath.OWN));
    }

    private String role() {
        return Objects.requireNonNull(own.get(ROLE), ROLE);
    }

    /**
     * Runs a statement that ends a piece of work, in the transaction of that work and with Tenon's own search path. If the work may
     * have changed role or settings, takes on the role again that the session began with, and finds out whether any setting is
     * another, all with one question to the server.
     *
     * @param sql a statement that returns one text
     * @param parameters its parameters
     * @return the text
     */
    public String finish(String sql, @Nullable Object... parameters) throws SQLException {
        boolean unsure = touched;
        String own = SearchPath.SET_OWN_LOCALLY + "; " + sql;
        try (PreparedStatement statement =
                connection.prepareStatement(unsure ? OWN_ROLE + "; " + SessionSettings.ARE_SET + "; " + own : own)) {
            int next = 1;
            if (unsure) {
                statement.setString(next++, role());
                SessionSettings.bind(statement, next, inForce);
                next += 2;
            }
            for (Object parameter : parameters) {
                statement.setObject(next++, parameter);
            }
            statement.execute();
            if (unsure) {
                statement.getMoreResults();
                touched = !text(statement).equals("t");
                statement.getMoreResults();
            }
            statement.getMoreResults();
            return text(statement);
        }
    }

    private static String text(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.getResultSet()) {
            row.next();
            return row.getString(1);
        }
    }

    /** Rolls back the transaction under way because of a failure, which stays the one to report. */
    public void rollback(Exception because) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException gone) {
            because.addSuppressed(gone);
        }
    }

    /** Runs one statement whose result does not matter. */
    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
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

    /** Ends a connection that cannot be cleaned, so that a pool does not hand it to anybody else. */
    private static void abandon(Connection connection, Exception because) {
        try (connection) {
            connection.abort(Runnable::run);
        } catch (SQLException | RuntimeException alsoGone) {
            because.addSuppressed(alsoGone);
        }
    }
}
