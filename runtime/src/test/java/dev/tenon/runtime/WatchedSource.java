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
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** Provides connections to a real database and reports the start and end of every call to the server. */
public final class WatchedSource {

    /** Receives the calls, by their SQL or method name. Its exceptions reach the caller. */
    public interface Watch {

        void before(String call) throws SQLException;

        void after(String call) throws SQLException;
    }

    private final DataSource source;
    private final Watch watch;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();

    public WatchedSource(DataSource source, Watch watch) {
        this.source = source;
        this.watch = watch;
    }

    public DataSource dataSource() {
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

    /** Aborts all connections. */
    void abort() throws SQLException {
        for (Connection connection : connections) {
            connection.abort(Runnable::run);
        }
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
        List<String> batch = new ArrayList<>();
        return proxy(type, (proxy, method, args) -> switch (method.getName()) {
            case "addBatch" -> {
                batch.add(String.valueOf(args[0]));
                yield call(real, method, args);
            }
            case "executeBatch" -> reach(String.join("; ", batch), () -> call(real, method, args));
            case "execute", "executeQuery", "executeUpdate" ->
                reach(args == null ? real.toString() : String.valueOf(args[0]), () -> call(real, method, args));
            default -> call(real, method, args);
        });
    }

    private Object reach(String what, Call call) throws Throwable {
        watch.before(what);
        Object result = call.run();
        watch.after(what);
        return result;
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
        return type.cast(Proxy.newProxyInstance(WatchedSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
