package dev.tenon.runtime.internal.tenant;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The calls of a guarded connection. */
final class GuardedConnectionCalls extends GuardedCalls {

    private static final Set<String> CONTROLLED = Set.of(
            "commit",
            "rollback",
            "setAutoCommit",
            "getAutoCommit",
            "close",
            "isClosed",
            "abort",
            "beginRequest",
            "endRequest",
            "setTransactionIsolation",
            "setSchema",
            "setReadOnly",
            "setClientInfo");

    /** What is created on the server in the current role, or must not be undone without its role and tenant. */
    private static final Set<String> STATEMENTS = Set.of("setSavepoint", "createBlob", "createClob", "createNClob");

    GuardedConnectionCalls(ConnectionGuard guard, Connection target) {
        super(guard, target);
    }

    @Override
    GuardedCalls of(Object unwrapped) {
        throw new IllegalStateException("a connection is unwrapped by its guard");
    }

    @Override
    @Nullable
    Object call(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable {
        TransactionControl.Call call = () -> ConnectionGuard.call(target(), method, arguments);
        if (CONTROLLED.contains(method.getName())) {
            return guard().control().control(method, arguments, call);
        }
        if (STATEMENTS.contains(method.getName())) {
            return guard().control().execute("", null, call);
        }
        String sql = method.getName().startsWith("prepare") && arguments[0] instanceof String text ? text : "";
        boolean plain = method.getName().equals("prepareStatement") && arguments.length == 1;
        return guard().guarded(call.run(), null, sql, plain);
    }
}
