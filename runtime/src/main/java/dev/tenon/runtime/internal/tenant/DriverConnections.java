package dev.tenon.runtime.internal.tenant;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** The driver's connection below that of a pool. */
final class DriverConnections {

    private DriverConnections() {}

    /** Returns the driver's connection; empty if it is another driver's. */
    static Optional<BaseConnection> of(Connection connection) {
        try {
            return connection.isWrapperFor(BaseConnection.class)
                    ? Optional.of(connection.unwrap(BaseConnection.class))
                    : Optional.empty();
        } catch (SQLException unknown) {
            return Optional.empty();
        }
    }

    /** Whether the driver is known to be in no transaction. */
    static boolean isIdle(Optional<BaseConnection> driver) {
        return driver.filter(known -> known.getTransactionState() == TransactionState.IDLE)
                .isPresent();
    }

    /** Whether the driver is known to be in a transaction in which a statement failed. */
    static boolean isFailed(Optional<BaseConnection> driver) {
        return driver.filter(known -> known.getTransactionState() == TransactionState.FAILED)
                .isPresent();
    }

    /**
     * Closes the server's session below a pooled connection, so that the pool drops it instead of handing it out again.
     * Pools drop a connection on which a call has failed with a connection error, so such a call is made.
     */
    static void discard(Connection connection, Throwable reason) {
        try {
            Optional<BaseConnection> driver = of(connection);
            if (driver.isPresent()) {
                driver.get().close();
            } else {
                connection.abort(Runnable::run);
            }
        } catch (SQLException alreadyBroken) {
            reason.addSuppressed(alreadyBroken);
        }
        try (Statement noticed = connection.createStatement()) {
            noticed.execute("SELECT 1");
        } catch (SQLException closed) {
            // The pool has seen it, too.
        }
    }
}
