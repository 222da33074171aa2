package dev.tenon.runtime.internal.tenant;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.fault.FaultException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * The transactions of a connection that belongs to the tenant of its context: each becomes the tenant's with its first
 * statement. A statement in autocommit mode is a transaction of its own.
 */
public final class TenantTransactions implements TransactionControl {

    private static final String OTHER_TENANT = "25000";

    private final Connection connection;
    private final Optional<BaseConnection> driver;
    private final TenantPool pool;
    private final Supplier<@Nullable String> context;
    private final @Nullable SessionBaseline baseline;

    /** The tenant of the current transaction. */
    private @Nullable String owner;

    /** Whether role and tenant are known to be set in the current transaction. */
    private boolean entered;

    /** Whether something of a tenant may be left in the session. */
    private boolean used;

    private TenantTransactions(
            Connection connection,
            TenantPool pool,
            Supplier<@Nullable String> context,
            @Nullable SessionBaseline baseline) {
        this.connection = connection;
        this.driver = DriverConnections.of(connection);
        this.pool = pool;
        this.context = context;
        this.baseline = baseline;
    }

    /**
     * Guards a connection that its pool has just handed out.
     *
     * @param pool what is known of its data source
     * @param context returns the key of the current tenant, or null
     */
    public static Connection guarded(Connection connection, TenantPool pool, Supplier<@Nullable String> context)
            throws SQLException {
        Optional<BaseConnection> driver = DriverConnections.of(connection);
        // A connection in a transaction belongs to somebody else, who will clean it.
        boolean idle = driver.isEmpty() ? connection.getAutoCommit() : DriverConnections.isIdle(driver);
        SessionBaseline baseline = idle ? pool.baseline(connection, driver) : null;
        return ConnectionGuard.of(connection, new TenantTransactions(connection, pool, context, baseline));
    }

    @Override
    public @Nullable Object execute(String sql, @Nullable Statement statement, Call call) throws Throwable {
        String tenant = context.get();
        if (tenant != null) {
            note(sql);
        }
        if (!connection.getAutoCommit()) {
            enter(sql, tenant);
            try {
                return call.run();
            } finally {
                entered &= !StatementProperties.of(sql).mayEndTransaction();
            }
        }
        return tenant == null || sql.isEmpty() ? call.run() : alone(sql, tenant, statement, call);
    }

    @Override
    public @Nullable Tenant entering(String sql) throws SQLException {
        String tenant = context.get();
        if (tenant == null || baseline == null || !pool.isProved(baseline.login())) {
            return null;
        }
        boolean first;
        if (connection.getAutoCommit()) {
            // Queries that the driver sends one by one would be transactions of their own.
            first = driver.filter(known -> known.getPreferQueryMode() != PreferQueryMode.SIMPLE)
                            .isPresent()
                    && !StatementProperties.of(sql).beginsTransaction()
                    && !StatementProperties.of(sql).mayEndTransaction();
        } else {
            if (DriverConnections.isIdle(driver)) {
                forget();
            }
            first = !entered
                    && (owner == null || owner.equals(tenant))
                    && !StatementProperties.of(sql).setsTransactionMode()
                    && !DriverConnections.isFailed(driver);
        }
        return first ? new Tenant(pool.entry(baseline), tenant) : null;
    }

    @Override
    public @Nullable Object enterBy(String sql, Tenant tenant, Call call) throws Throwable {
        note(sql);
        try {
            return call.run();
        } catch (SQLException failed) {
            throw pool.notCarried(failed);
        } finally {
            entered &= !StatementProperties.of(sql).mayEndTransaction();
        }
    }

    @Override
    public void entered(Tenant tenant) throws SQLException {
        if (!connection.getAutoCommit()) {
            owner = tenant.key();
            entered = true;
        }
    }

    private void enter(String sql, @Nullable String tenant) throws SQLException {
        if (DriverConnections.isIdle(driver)) {
            forget();
        }
        if (owner != null && !owner.equals(tenant)) {
            throw changed(owner, tenant);
        }
        if (entered
                || tenant == null
                || StatementProperties.of(sql).setsTransactionMode()
                || DriverConnections.isFailed(driver)) {
            return;
        }
        try {
            pool.proveInTransaction(connection, baseline == null ? null : baseline.login());
            pool.entry(baseline).enter(connection, tenant);
        } catch (FaultException fault) {
            throw new FaultSqlException(fault.fault(), "42501", fault);
        } catch (SQLException refused) {
            throw pool.notEntered(refused);
        }
        owner = tenant;
        entered = true;
    }

    private void note(String sql) {
        used |= baseline == null
                || baseline.routines()
                || StatementProperties.of(sql).leaving() != PlainStatements.Leaving.NOTHING;
    }

    private void forget() {
        owner = null;
        entered = false;
    }

    /** All rows are read before the commit, as the driver always does in autocommit mode. */
    private @Nullable Object alone(String sql, String tenant, @Nullable Statement statement, Call call)
            throws Throwable {
        if (StatementProperties.of(sql).beginsTransaction()) {
            throw new FaultSqlExceptions(ConnectionGuard.NOT_SUPPORTED)
                    .of(
                            "a transaction is begun by SQL in autocommit mode, in which each statement of a tenant is a"
                                    + " transaction of its own",
                            "begin it by setAutoCommit(false)");
        }
        int fetchSize = statement == null ? 0 : statement.getFetchSize();
        connection.setAutoCommit(false);
        try {
            if (statement != null && fetchSize > 0) {
                statement.setFetchSize(0);
            }
            enter(sql, tenant);
            Object result = call.run();
            connection.commit();
            return result;
        } catch (Throwable failure) {
            rollBack(failure);
            throw failure;
        } finally {
            forget();
            if (statement != null && fetchSize > 0) {
                statement.setFetchSize(fetchSize);
            }
            connection.setAutoCommit(true);
        }
    }

    private void rollBack(Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException broken) {
            failure.addSuppressed(broken);
        }
    }

    @Override
    public @Nullable Object control(Method method, @Nullable Object[] arguments, Call call) throws Throwable {
        switch (method.getName()) {
            case "close" -> {
                if (!connection.isClosed()) {
                    clean();
                }
                return call.run();
            }
            case "commit", "setAutoCommit" -> {
                Object result = call.run();
                if (driver.isEmpty() || DriverConnections.isIdle(driver)) {
                    forget();
                }
                return result;
            }
            case "rollback" -> {
                if (arguments.length == 0) {
                    Object result = call.run();
                    forget();
                    return result;
                }
                // Role and tenant may have been set after the savepoint.
                entered = false;
                return call.run();
            }
            default -> {
                return call.run();
            }
        }
    }

    private void clean() {
        if (!used || baseline == null) {
            return;
        }
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            SessionCleaning.clean(connection, baseline);
        } catch (SQLException broken) {
            DriverConnections.discard(connection, broken);
        }
        forget();
        used = false;
    }

    @Override
    public void beforeCopy(String sql) throws SQLException {
        TransactionControl.requireCopy(sql);
        String tenant = context.get();
        used |= tenant != null;
        if (!connection.getAutoCommit()) {
            enter(sql, tenant);
        } else if (tenant != null) {
            throw new FaultSqlExceptions(ConnectionGuard.NOT_SUPPORTED)
                    .of(
                            "a COPY that the client continues is started in autocommit mode, so it would outlast its"
                                    + " transaction as a tenant",
                            "call setAutoCommit(false) before, or a method of CopyManager that copies everything");
        }
    }

    @Override
    public boolean wrapsCopy() throws SQLException {
        return connection.getAutoCommit() && context.get() != null;
    }

    private static FaultSqlException changed(String owner, @Nullable String tenant) {
        return new FaultSqlException(
                new Fault(
                        FaultCode.TENANT_CHANGED,
                        "the transaction belongs to tenant " + owner + ", but the current context names "
                                + (tenant == null ? "none" : "tenant " + tenant),
                        "commit or roll back before the tenant changes; in another thread, propagate the TenantContext"),
                OTHER_TENANT,
                null);
    }
}
