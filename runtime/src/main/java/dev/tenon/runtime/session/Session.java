package dev.tenon.runtime.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A connection with Tenon's own settings. Closing it gives it back, to a pool perhaps, as it was. */
public final class Session implements AutoCloseable {

    private final Connection connection;
    private final boolean autoCommit;
    private final Map<String, String> own;
    private final Map<String, String> inherited;

    private Session(Connection connection, boolean autoCommit, Map<String, String> own, Map<String, String> inherited) {
        this.connection = connection;
        this.autoCommit = autoCommit;
        this.own = own;
        this.inherited = inherited;
    }

    /** Takes the connection over; it is closed if that fails. */
    static Session of(Connection connection, String application) throws SQLException {
        try {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            Map<String, String> unhurried = Haste.end(connection);
            Map<String, String> role = SessionSettings.role(connection);
            Map<String, String> own = SessionSettings.values(application);
            Map<String, String> inherited = new LinkedHashMap<>(SessionSettings.set(connection, own));
            inherited.putAll(unhurried);
            own.putAll(setWherePossible(connection, inherited));
            own.putAll(role);
            inherited.putAll(role);
            return new Session(connection, autoCommit, own, inherited);
        } catch (SQLException | RuntimeException refused) {
            abandon(connection, refused);
            throw refused;
        }
    }

    private static Map<String, String> setWherePossible(Connection connection, Map<String, String> inherited)
            throws SQLException {
        try {
            inherited.putAll(SessionSettings.set(connection, SessionSettings.WHERE_POSSIBLE));
            return SessionSettings.WHERE_POSSIBLE;
        } catch (SQLException impossible) {
            if (SqlStates.isConnectionLoss(impossible)) {
                throw impossible;
            }
            return Map.of();
        }
    }

    /** The connection, each statement on which is a transaction of its own unless one is begun. */
    public Connection connection() {
        return connection;
    }

    /** Undoes what statements did to the session: role and settings are as in a new one. */
    public void reset() throws SQLException {
        connection.setAutoCommit(true);
        SessionSettings.set(connection, own);
    }

    /** Takes on the role again that the session began with, in the transaction under way or for good. */
    public void ownRole() throws SQLException {
        SessionSettings.set(connection, Map.of("role", Objects.requireNonNull(own.get("role"), "role")));
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
                giveBack();
            }
        } catch (SQLException gone) {
            abandon(connection, gone);
        }
    }

    private void giveBack() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
        connection.setAutoCommit(true);
        SessionSettings.set(connection, inherited);
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
