package dev.tenon.runtime.internal.session;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.fault.FaultException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * Opens connections that are in no transaction. A transaction-aware data source, such as Spring's
 * {@code TransactionAwareDataSourceProxy}, returns the connection of the caller's transaction; a commit or rollback would
 * end that transaction.
 */
public final class StandaloneConnections {

    private static final String REMEDY =
            "end that transaction first, or pass the underlying data source, not a transaction-aware one";

    private StandaloneConnections() {}

    /**
     * Takes a connection from the source.
     *
     * @throws FaultException with {@code TN653} if it is in a transaction, even in one without a statement so far
     */
    public static Connection take(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        try {
            requireIdle(connection);
            if (connection.getAutoCommit()) {
                return connection;
            }
        } catch (SQLException | RuntimeException refused) {
            close(connection, refused);
            throw refused;
        }
        return recheck(source, connection);
    }

    /**
     * Decides whether a connection without autocommit is in a transaction, although no statement ran yet; its pool may
     * disable autocommit for all. Closing the connection tells: a pool resets the mode, but the owner of a transaction
     * hands out the same connection with the changed mode. No change reaches the server.
     */
    private static Connection recheck(DataSource source, Connection first) throws SQLException {
        Optional<BaseConnection> before;
        try (first) {
            before = driver(first);
            mark(first);
        }
        Connection second = source.getConnection();
        try {
            if (second.getAutoCommit() && isSame(before, driver(second))) {
                second.setAutoCommit(false);
                throw refusal("the data source returns the connection of a current transaction")
                        .exception();
            }
            requireIdle(second);
            return second;
        } catch (SQLException | RuntimeException refused) {
            close(second, refused);
            throw refused;
        }
    }

    private static void mark(Connection connection) {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException managed) {
            throw refusal("the transaction manager does not release the connection: " + managed.getMessage())
                    .exception(managed);
        }
    }

    /** If the driver does not tell, they may be the same connection. */
    private static boolean isSame(Optional<BaseConnection> before, Optional<BaseConnection> now) {
        return before.isEmpty() || now.isEmpty() || before.get() == now.get();
    }

    private static void requireIdle(Connection connection) {
        if (driver(connection)
                .filter(driver -> driver.getTransactionState() != TransactionState.IDLE)
                .isPresent()) {
            throw refusal("a transaction is open on the connection").exception();
        }
    }

    private static Optional<BaseConnection> driver(Connection connection) {
        try {
            return connection.isWrapperFor(BaseConnection.class)
                    ? Optional.of(connection.unwrap(BaseConnection.class))
                    : Optional.empty();
        } catch (SQLException unknown) {
            return Optional.empty();
        }
    }

    private static void close(Connection connection, Exception refused) {
        try {
            connection.close();
        } catch (SQLException alsoRefused) {
            refused.addSuppressed(alsoRefused);
        }
    }

    private static Fault refusal(String problem) {
        return new Fault(
                FaultCode.IN_TRANSACTION, "this would end a transaction of the application: " + problem, REMEDY);
    }
}
