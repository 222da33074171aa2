package dev.tenon.runtime.internal.tenant;

import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A prepared statement that makes its transaction one of a tenant before it runs, in one round trip: the driver sends both
 * queries of the text together. The parameters of the client's statement are set again behind those of the tenant.
 */
final class EnteringStatement {

    private static final String NO_RESULT = "02000";

    private final ConnectionGuard guard;
    private final PreparedStatement statement;
    private final String sql;
    private final Map<Integer, Parameter> parameters = new TreeMap<>();
    private @Nullable PreparedStatement both;

    /** A call that sets a parameter. */
    private record Parameter(Method method, List<@Nullable Object> arguments) {}

    EnteringStatement(ConnectionGuard guard, PreparedStatement statement, String sql) {
        this.guard = guard;
        this.statement = statement;
        this.sql = sql;
    }

    /** Whether another query may precede the text. */
    static boolean isPossible(String sql) {
        return sql.indexOf(';') < 0 && sql.indexOf('{') < 0;
    }

    /** Whether all rows are read at once, without a cursor. */
    boolean isReady() throws SQLException {
        return statement.getFetchSize() == 0;
    }

    /** Remembers a call if it sets a parameter. */
    void record(Method method, @Nullable Object[] arguments) {
        String name = method.getName();
        if (name.startsWith("set") && arguments.length > 1 && arguments[0] instanceof Integer index) {
            parameters.put(index, new Parameter(method, Arrays.asList(arguments.clone())));
        } else if (name.equals("clearParameters")) {
            parameters.clear();
        }
    }

    /** Returns the statement whose results are the current ones. */
    PreparedStatement current() {
        return both == null ? statement : both;
    }

    /** Executes the statement as the tenant, and returns what the method returns. */
    @Nullable
    Object execute(Method method, TransactionControl.Tenant tenant) throws Throwable {
        TenantEntry entry = tenant.entry();
        PreparedStatement prepared = guard.raw().prepareStatement(entry.before(sql));
        both = prepared;
        if (statement.getMaxRows() != 0) {
            prepared.setMaxRows(statement.getMaxRows());
        }
        if (statement.getQueryTimeout() != 0) {
            prepared.setQueryTimeout(statement.getQueryTimeout());
        }
        entry.bind(prepared, tenant.key());
        for (Map.Entry<Integer, Parameter> one : parameters.entrySet()) {
            int index = one.getKey();
            Parameter each = one.getValue();
            @Nullable Object[] shifted = each.arguments().toArray();
            shifted[0] = index + entry.parameters();
            ConnectionGuard.call(prepared, each.method(), shifted);
        }
        prepared.execute();
        guard.control().entered(tenant);
        boolean rows = prepared.getMoreResults();
        return switch (method.getName()) {
            case "executeQuery" -> rows(prepared, rows);
            case "executeUpdate" -> (int) count(prepared, rows);
            case "executeLargeUpdate" -> count(prepared, rows);
            default -> rows;
        };
    }

    private static ResultSet rows(PreparedStatement prepared, boolean rows) throws SQLException {
        if (!rows) {
            throw new SQLException("No results were returned by the query.", NO_RESULT);
        }
        return prepared.getResultSet();
    }

    private static long count(PreparedStatement prepared, boolean rows) throws SQLException {
        if (rows) {
            throw new SQLException("A result was returned when none was expected.", "0100E");
        }
        return prepared.getUpdateCount();
    }

    /** Closes the results of the last execution. */
    void close() throws SQLException {
        if (both != null) {
            both.close();
            both = null;
        }
    }
}
