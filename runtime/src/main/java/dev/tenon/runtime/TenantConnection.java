package dev.tenon.runtime;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Set;

/**
 * A connection that refuses to end its transaction: role and tenant would be reset with it, and later statements
 * would run with the privileges of the login role.
 */
final class TenantConnection {

    private static final Set<String> LEAVING =
            Set.of("commit", "setAutoCommit", "close", "abort", "beginRequest", "endRequest");

    private static final String INVALID_TRANSACTION_TERMINATION = "2D000";

    private TenantConnection() {}

    static Connection of(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                TenantConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (leaves(method)) {
                        throw new SQLException(
                                "a tenant's unit of work ends when its method returns; " + method.getName()
                                        + "() must not be called in it",
                                INVALID_TRANSACTION_TERMINATION);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause() == null ? thrown : thrown.getCause();
                    }
                });
    }

    private static boolean leaves(Method method) {
        boolean wholeRollback = method.getName().equals("rollback")
                && !Set.of(method.getParameterTypes()).contains(Savepoint.class);
        return wholeRollback || LEAVING.contains(method.getName());
    }
}
