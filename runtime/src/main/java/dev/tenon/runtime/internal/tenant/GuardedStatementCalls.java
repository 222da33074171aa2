package dev.tenon.runtime.internal.tenant;

import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The calls of a guarded statement. The first statement of a transaction carries its tenant in the same round trip. */
final class GuardedStatementCalls extends GuardedCalls {

    private static final Set<String> OF_RESULTS = Set.of(
            "getResultSet",
            "getUpdateCount",
            "getLargeUpdateCount",
            "getMoreResults",
            "getGeneratedKeys",
            "getWarnings",
            "clearWarnings",
            "cancel");

    private final Statement statement;
    private final String sql;
    private final StringBuilder batch = new StringBuilder();
    private final @Nullable EnteringStatement entering;

    /**
     * Creates the calls.
     *
     * @param sql the text of a prepared statement, else empty
     * @param plain whether the statement was prepared without options
     */
    GuardedStatementCalls(ConnectionGuard guard, Statement statement, String sql, boolean plain) {
        this(
                guard,
                statement,
                statement,
                sql,
                plain && EnteringStatement.isPossible(sql)
                        ? new EnteringStatement(guard, (PreparedStatement) statement, sql)
                        : null);
    }

    private GuardedStatementCalls(
            ConnectionGuard guard,
            Object target,
            Statement statement,
            String sql,
            @Nullable EnteringStatement entering) {
        super(guard, target);
        this.statement = statement;
        this.sql = sql;
        this.entering = entering;
    }

    @Override
    GuardedCalls of(Object unwrapped) {
        return new GuardedStatementCalls(guard(), unwrapped, statement, sql, null);
    }

    @Override
    @Nullable
    Object call(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable {
        String name = method.getName();
        if (name.equals("getConnection")) {
            return guard().connection();
        }
        if (name.startsWith("execute")) {
            return guard().guarded(execute(method, arguments), proxy, "", false);
        }
        if (entering != null) {
            if (OF_RESULTS.contains(name)) {
                return guard().guarded(ConnectionGuard.call(entering.current(), method, arguments), proxy, "", false);
            }
            entering.record(method, arguments);
            if (name.equals("close")) {
                entering.close();
            }
        }
        if (name.equals("addBatch") && arguments.length == 1) {
            batch.append(arguments[0]).append(";\n");
        } else if (name.equals("clearBatch")) {
            batch.setLength(0);
        }
        return guard().guarded(ConnectionGuard.call(target(), method, arguments), proxy, "", false);
    }

    private String batched() {
        return batch.isEmpty() ? sql : sql + batch;
    }

    private @Nullable Object execute(Method method, @Nullable Object[] arguments) throws Throwable {
        String text = arguments.length > 0 && arguments[0] instanceof String given ? given : batched();
        boolean batched = method.getName().endsWith("Batch");
        if (batched) {
            batch.setLength(0);
        }
        if (entering != null) {
            entering.close();
            TransactionControl.Tenant tenant =
                    batched || !entering.isReady() ? null : guard().control().entering(text);
            if (tenant != null) {
                EnteringStatement first = entering;
                return guard().control().enterBy(text, tenant, () -> first.execute(method, tenant));
            }
        }
        return guard().control().execute(text, statement, () -> ConnectionGuard.call(target(), method, arguments));
    }
}
