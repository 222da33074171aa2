package dev.tenon.runtime.internal.tenant;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Wrapper;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.QueryExecutor;

/**
 * A connection, and everything that is reached through it, whose statements and ends of transactions pass through a {@link
 * TransactionControl}. No method leads to the driver's own connection.
 */
final class ConnectionGuard {

    static final String NOT_SUPPORTED = "0A000";

    private final Connection raw;
    private final TransactionControl control;
    private final Connection proxy;

    private ConnectionGuard(Connection raw, TransactionControl control) {
        this.raw = raw;
        this.control = control;
        this.proxy = (Connection) proxy(new GuardedConnectionCalls(this, raw), Connection.class);
    }

    /** Returns the guarded connection. */
    static Connection of(Connection connection, TransactionControl control) {
        return new ConnectionGuard(connection, control).proxy;
    }

    Connection raw() {
        return raw;
    }

    Connection connection() {
        return proxy;
    }

    TransactionControl control() {
        return control;
    }

    /** Calls the driver with its own objects instead of guarded ones. */
    static @Nullable Object call(Object target, Method method, @Nullable Object[] arguments) throws Throwable {
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = GuardProxies.unguarded(arguments[i]);
        }
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }

    /** Whether the connection is a guarded one. */
    static boolean isGuarded(Connection connection) {
        return GuardProxies.unguarded(connection) != connection;
    }

    /**
     * Guards what a method returned.
     *
     * @param statement the guarded statement that result sets belong to, or null
     * @param sql the text of a prepared statement, else empty
     * @param plain whether it was prepared without options
     */
    @Nullable
    Object guarded(@Nullable Object value, @Nullable Object statement, String sql, boolean plain) throws SQLException {
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Connection) {
            return proxy;
        }
        if (value instanceof Statement found) {
            return proxy(new GuardedStatementCalls(this, found, sql, plain), statementType(found));
        }
        if (value instanceof ResultSet found) {
            return proxy(new GuardedResultCalls(this, found, statement), ResultSet.class);
        }
        if (value instanceof DatabaseMetaData || value instanceof Array) {
            Class<?> type = value instanceof Array ? Array.class : DatabaseMetaData.class;
            return proxy(new GuardedResultCalls(this, value, null), type);
        }
        return value;
    }

    private static Class<?> statementType(Statement statement) {
        if (statement instanceof CallableStatement) {
            return CallableStatement.class;
        }
        return statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
    }

    /**
     * Unwraps an object to an interface of the driver, guarded as well: {@link PGConnection} for types and COPY, {@link
     * BaseConnection} for {@code new CopyManager(…)}, {@code PGStatement} and its like for their settings.
     */
    Object unwrap(Object guardedProxy, GuardedCalls calls, Class<?> wanted) throws SQLException {
        if (wanted.isInstance(guardedProxy)) {
            return guardedProxy;
        }
        if (wanted == PGConnection.class || wanted == BaseConnection.class) {
            Object driver = raw.unwrap(wanted);
            return proxy(new GuardedDriverCalls(this, driver), wanted);
        }
        if (wanted.isInterface()
                && !Connection.class.isAssignableFrom(wanted)
                && !(calls.target() instanceof Connection)
                && calls.target() instanceof Wrapper wrapper) {
            return proxy(calls.of(wrapper.unwrap(wanted)), wanted);
        }
        throw new FaultSqlExceptions(NOT_SUPPORTED)
                .of(
                        "the driver's " + wanted.getSimpleName() + " would let work leave its tenant",
                        "unwrap PGConnection, which gives COPY and types of extensions");
    }

    /** Whether {@link #unwrap} succeeds. */
    boolean isWrapperFor(Object guardedProxy, GuardedCalls calls, Class<?> wanted) throws SQLException {
        if (wanted.isInstance(guardedProxy)) {
            return true;
        }
        boolean known = wanted == PGConnection.class || wanted == BaseConnection.class;
        return known
                ? raw.isWrapperFor(wanted)
                : wanted.isInterface()
                        && !Connection.class.isAssignableFrom(wanted)
                        && !(calls.target() instanceof Connection)
                        && calls.target() instanceof Wrapper wrapper
                        && wrapper.isWrapperFor(wanted);
    }

    /** Returns an executor that starts COPY and nothing else. */
    QueryExecutor copying(QueryExecutor executor) {
        return (QueryExecutor) proxy(new GuardedDriverCalls(this, executor), QueryExecutor.class);
    }

    private static Object proxy(GuardedCalls calls, Class<?> type) {
        return GuardProxies.of(calls, type);
    }
}
