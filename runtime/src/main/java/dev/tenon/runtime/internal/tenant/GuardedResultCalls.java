package dev.tenon.runtime.internal.tenant;

import java.lang.reflect.Method;
import java.sql.ResultSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The calls of a guarded result set, of the metadata of a database, and of an array. */
final class GuardedResultCalls extends GuardedCalls {

    private static final Set<String> WRITES = Set.of("insertRow", "updateRow", "deleteRow", "refreshRow");

    private static final String UPDATE = "UPDATE";

    private final @Nullable Object statement;

    GuardedResultCalls(ConnectionGuard guard, Object target, @Nullable Object statement) {
        super(guard, target);
        this.statement = statement;
    }

    @Override
    GuardedCalls of(Object unwrapped) {
        return new GuardedResultCalls(guard(), unwrapped, statement);
    }

    @Override
    @Nullable
    Object call(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable {
        String name = method.getName();
        if (name.equals("getConnection")) {
            return guard().connection();
        }
        if (name.equals("getStatement") && statement != null) {
            return statement;
        }
        TransactionControl.Call call = () -> ConnectionGuard.call(target(), method, arguments);
        if (target() instanceof ResultSet && WRITES.contains(name)) {
            return guard().control().execute(UPDATE, null, call);
        }
        return guard().guarded(call.run(), null, "", false);
    }
}
