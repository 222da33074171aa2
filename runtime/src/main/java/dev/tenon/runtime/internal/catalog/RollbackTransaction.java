package dev.tenon.runtime.internal.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A transaction that always ends in a rollback, for work that must leave no trace. */
public final class RollbackTransaction {

    private RollbackTransaction() {}

    /**
     * The work of the transaction.
     *
     * @param <T> the result
     */
    public interface Work<T> {
        /**
         * Does the work.
         *
         * @throws SQLException as the database reports it
         */
        T run() throws SQLException;
    }

    /**
     * Runs the work in a transaction of its own, rolls it back, and leaves the connection in the mode it was in.
     *
     * @param connection a connection that is not in the middle of a transaction that has written
     * @throws SQLException if the work fails
     * @throws IllegalStateException if the rollback would undo writes of the caller
     */
    public static <T> T run(Connection connection, Work<T> work) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        if (!autoCommit) {
            refuseToUndoWrites(connection);
            connection.rollback();
        }
        connection.setAutoCommit(false);
        try {
            T result = work.run();
            connection.rollback();
            return result;
        } catch (SQLException | RuntimeException | Error failure) {
            rollbackAfter(failure, connection);
            throw failure;
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(autoCommit);
            }
        }
    }

    private static void rollbackAfter(Throwable failure, Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
    }

    private static void refuseToUndoWrites(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT pg_catalog.pg_current_xact_id_if_assigned() IS NOT NULL")) {
            if (rows.next() && rows.getBoolean(1)) {
                throw new IllegalStateException(
                        "the connection is in a transaction that has written; commit or roll back first, because"
                                + " this operation ends with a rollback");
            }
        }
    }
}
