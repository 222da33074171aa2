package dev.tenon.runtime;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Gives connections to a real database that all break at once, at the n-th call that reaches the server, as they do when
 * the process dies there.
 */
final class FailingSource {

    /** Stands for the death of the process. */
    static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Death(String where) {
            super(where);
        }
    }

    private final DataSource source;
    private final int callToDieAt;
    private final List<Connection> connections = new ArrayList<>();
    private int calls;
    private boolean dead;

    /** Breaks after the call of that number, counted from 1. */
    FailingSource(DataSource source, int callToDieAt) {
        this.source = source;
        this.callToDieAt = callToDieAt;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (proxy, method, args) -> {
            if (!method.getName().equals("getConnection")) {
                return call(source, method, args);
            }
            return reach("getConnection", () -> {
                Connection connection = source.getConnection();
                connections.add(connection);
                return connection(connection);
            });
        });
    }

    private Connection connection(Connection real) {
        return proxy(Connection.class, (proxy, method, args) -> switch (method.getName()) {
            case "createStatement" -> statement(Statement.class, (Statement) call(real, method, args));
            case "prepareStatement" -> statement(PreparedStatement.class, (PreparedStatement) call(real, method, args));
            case "commit", "rollback" -> reach(method.getName(), () -> call(real, method, args));
            default -> call(real, method, args);
        });
    }

    private <T extends Statement> T statement(Class<T> type, T real) {
        return proxy(
                type,
                (proxy, method, args) -> method.getName().startsWith("execute")
                        ? reach(
                                args == null ? real.toString() : String.valueOf(args[0]),
                                () -> call(real, method, args))
                        : call(real, method, args));
    }

    private Object reach(String what, Call call) throws Throwable {
        if (dead) {
            throw new SQLException("the process is dead", "08006");
        }
        calls++;
        Object result = call.run();
        if (calls == callToDieAt) {
            die(what);
        }
        return result;
    }

    private void die(String what) throws SQLException {
        dead = true;
        for (Connection connection : connections) {
            connection.abort(Runnable::run);
        }
        throw new Death("after call " + callToDieAt + ": " + what);
    }

    private interface Call {
        Object run() throws Throwable;
    }

    private static Object call(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(FailingSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
