package dev.tenon.runtime.internal.tenant;

import java.lang.reflect.Method;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The calls of a guarded statement. */
final class GuardedStatementCalls extends GuardedCalls {

    private final Statement statement;
    private final String sql;
    private final StringBuilder batch = new StringBuilder();

    GuardedStatementCalls(ConnectionGuard guard, Statement statement, String sql) {
        this(guard, statement, statement, sql);
    }

    private GuardedStatementCalls(ConnectionGuard guard, Object target, Statement statement, String sql) {
        super(guard, target);
        this.statement = statement;
        this.sql = sql;
    }

    @Override
    GuardedCalls of(Object unwrapped) {
        return new GuardedStatementCalls(guard(), unwrapped, statement, sql);
    }

    @Override
    @Nullable
    Object call(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable {
        String name = method.getName();
        if (name.equals("getConnection")) {
            return guard().connection();
        }
        TransactionControl.Call call = () -> ConnectionGuard.call(target(), method, arguments);
        if (!name.startsWith("execute")) {
            if (name.equals("addBatch") && arguments.length == 1) {
                batch.append(arguments[0]).append(";\n");
            } else if (name.equals("clearBatch")) {
                batch.setLength(0);
            }
            return guard().guarded(call.run(), proxy, "");
        }
        String text = arguments.length > 0 && arguments[0] instanceof String given ? given : sql + batch;
        if (name.endsWith("Batch")) {
            batch.setLength(0);
        }
        return guard().guarded(guard().control().execute(text, statement, call), proxy, "");
    }
}
