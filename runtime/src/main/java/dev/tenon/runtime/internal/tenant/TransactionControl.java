package dev.tenon.runtime.internal.tenant;

import java.lang.reflect.Method;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Decides what a guarded connection does for each statement and for each end of a transaction. */
interface TransactionControl {

    /** A call of the driver. */
    @FunctionalInterface
    interface Call {
        @Nullable
        Object run() throws Throwable;
    }

    /**
     * Runs a statement.
     *
     * @param sql the text that the client sends, empty if it is not known
     * @param statement the driver's statement; null if the call is one of the connection
     */
    @Nullable
    Object execute(String sql, @Nullable Statement statement, Call call) throws Throwable;

    /**
     * The tenant that a transaction is about to belong to.
     *
     * @param entry the query that makes it the tenant's
     * @param key the value of the setting
     */
    record Tenant(TenantEntry entry, String key) {}

    /** Returns the tenant if the statement is the first of its transaction and may carry the tenant; else null. */
    @Nullable
    Tenant entering(String sql) throws SQLException;

    /** Runs a statement that carries the tenant. */
    @Nullable
    Object enterBy(String sql, Tenant tenant, Call call) throws Throwable;

    /** Notes that the transaction belongs to the tenant. */
    void entered(Tenant tenant) throws SQLException;

    /** Runs a method of the connection that begins or ends a transaction or gives the connection back. */
    @Nullable
    Object control(Method method, @Nullable Object[] arguments, Call call) throws Throwable;

    /** Refuses or prepares a COPY whose data the client sends or reads later. */
    void beforeCopy(String sql) throws SQLException;

    /** Whether a COPY must be in a transaction of its own. */
    default boolean wrapsCopy() throws SQLException {
        return false;
    }

    /** Refuses a text for COPY that contains other statements; the driver would not notice a commit in it. */
    static void requireCopy(String sql) throws SQLException {
        if (!StatementText.copies(sql)) {
            throw new FaultSqlExceptions(ConnectionGuard.NOT_SUPPORTED)
                    .of("COPY is called with other statements", "run the other statements by JDBC, one by one");
        }
    }
}
