package dev.tenon.runtime.internal.tenant;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.QueryExecutor;

/** The calls of the driver's own interfaces. What could run a statement or end a transaction unseen is refused. */
final class GuardedDriverCalls extends GuardedCalls {

    /** Large objects can commit when they are closed. */
    private static final Set<String> REFUSED = Set.of(
            "getLargeObjectAPI",
            "getFastpathAPI",
            "getReplicationAPI",
            "getReplicationProtocol",
            "execSQLQuery",
            "execSQLUpdate",
            "getTypeInfo",
            "createQuery",
            "alterUserPassword");

    private static final Set<String> READ_OF_EXECUTOR = Stream.concat(
                    Arrays.stream(QueryExecutor.class.getMethods())
                            .map(Method::getName)
                            .filter(name -> name.startsWith("get") || name.startsWith("is")),
                    Stream.of("startCopy"))
            .collect(Collectors.toUnmodifiableSet());

    GuardedDriverCalls(ConnectionGuard guard, Object target) {
        super(guard, target);
    }

    @Override
    GuardedCalls of(Object unwrapped) {
        return new GuardedDriverCalls(guard(), unwrapped);
    }

    @Override
    @Nullable
    Object call(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable {
        String name = method.getName();
        if (target() instanceof QueryExecutor ? !READ_OF_EXECUTOR.contains(name) : REFUSED.contains(name)) {
            throw new FaultSqlExceptions(ConnectionGuard.NOT_SUPPORTED)
                    .of(
                            "the driver's " + name + "() would let work leave its tenant",
                            "use methods of JDBC or getCopyAPI()");
        }
        if (name.equals("getCopyAPI")) {
            return new GuardedCopyManager(guard().raw().unwrap(BaseConnection.class), guard().control());
        }
        if (name.equals("startCopy")) {
            guard().control().beforeCopy(String.valueOf(arguments[0]));
        }
        if (method.getDeclaringClass() == Connection.class) {
            return new GuardedConnectionCalls(guard(), guard().raw()).invoke(guard().connection(), method, arguments);
        }
        Object result = ConnectionGuard.call(target(), method, arguments);
        if (result instanceof QueryExecutor executor) {
            return guard().copying(executor);
        }
        return guard().guarded(result, null, "", false);
    }
}
