package dev.tenon.runtime.internal.tenant;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.fault.FaultException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;

/**
 * The transaction of a unit of work. Its first statement makes it the tenant's; the work must neither commit nor roll it
 * back.
 */
public final class UnitOfWork implements TransactionControl {

    private static final String INVALID_TRANSACTION_TERMINATION = "2D000";
    private static final String ABORTED = "25P02";

    private final Connection connection;
    private final Optional<BaseConnection> driver;
    private final TenantPool pool;
    private final String tenant;

    private final TenantEntry entry;
    private final boolean routines;

    private @Nullable SQLException failure;
    private boolean begun;
    private boolean used;

    /** Whether something of the work may be left in the session. */
    private boolean leaving;

    /** Whether the work may have taken numbers of sequences. */
    private boolean numbering;

    private boolean ended;
    private boolean committing;
    private boolean checked;

    /**
     * Creates the unit without a statement.
     *
     * @param connection the connection, which is not in autocommit mode
     * @param driver the driver's connection below it, if it is PostgreSQL's own driver
     * @param pool what is known of its data source
     * @param tenant the value of the tenant setting
     * @param baseline how the session began, or null if it is not known
     */
    UnitOfWork(
            Connection connection,
            Optional<BaseConnection> driver,
            TenantPool pool,
            String tenant,
            @Nullable SessionBaseline baseline) {
        this.connection = connection;
        this.driver = driver;
        this.pool = pool;
        this.tenant = tenant;
        this.entry = pool.entry(baseline);
        this.routines = baseline == null || baseline.routines();
        // Without the driver's state only the server can tell whether it is still the same transaction.
        this.checked = driver.isEmpty();
    }

    /** Returns the connection for the work. */
    Connection guarded() {
        return ConnectionGuard.of(connection, this);
    }

    @Override
    public @Nullable Object execute(String sql, @Nullable Statement statement, Call call) throws Throwable {
        before(sql);
        try {
            return call.run();
        } catch (SQLException failed) {
            if (!ABORTED.equals(failed.getSQLState())) {
                failure = failed;
            }
            throw failed;
        } finally {
            ended |= DriverConnections.isIdle(driver);
        }
    }

    @Override
    public @Nullable Tenant entering(String sql) throws SQLException {
        requireOpen();
        return !begun && !StatementProperties.of(sql).setsTransactionMode() ? new Tenant(entry, tenant) : null;
    }

    @Override
    public @Nullable Object enterBy(String sql, Tenant entered, Call call) throws Throwable {
        note(sql);
        try {
            return call.run();
        } catch (SQLException failed) {
            SQLException translated = pool.notCarried(failed);
            failure = translated;
            throw translated;
        } finally {
            ended |= begun && DriverConnections.isIdle(driver);
        }
    }

    @Override
    public void entered(Tenant entered) {
        begun = true;
    }

    private void before(String sql) throws SQLException {
        requireOpen();
        note(sql);
        if (!begun && !StatementProperties.of(sql).setsTransactionMode()) {
            enter();
        }
    }

    /** Notes what a statement may leave, and whether it may end the transaction. */
    private void note(String sql) {
        used = true;
        StatementProperties properties = StatementProperties.of(sql);
        PlainStatements.Leaving left = properties.leaving();
        if (left != PlainStatements.Leaving.ANYTHING) {
            leaving |= routines;
            numbering |= left == PlainStatements.Leaving.NUMBERS;
        } else if (!sql.isEmpty()) {
            leaving = true;
            checked |= properties.mayEndTransaction();
        }
    }

    void enter() throws SQLException {
        try {
            entry.enter(connection, tenant);
            begun = true;
        } catch (SQLException refused) {
            throw pool.notEntered(refused);
        }
    }

    private void requireOpen() throws FaultSqlException {
        ended |= begun && DriverConnections.isIdle(driver);
        if (ended) {
            throw new FaultSqlException(endedFault(), INVALID_TRANSACTION_TERMINATION, null);
        }
    }

    @Override
    public @Nullable Object control(Method method, @Nullable Object[] arguments, Call call) throws Throwable {
        switch (method.getName()) {
            case "getAutoCommit", "isClosed" -> {
                return call.run();
            }
            case "setTransactionIsolation", "setSchema", "setReadOnly", "setClientInfo" -> {
                used = true;
                leaving = true;
                return call.run();
            }
            default -> {
                if (arguments.length == 1 && method.getName().equals("rollback")) {
                    return execute("", null, call);
                }
                throw new SQLException(
                        "a tenant's unit of work ends when its method returns; " + method.getName()
                                + "() must not be called in it",
                        INVALID_TRANSACTION_TERMINATION);
            }
        }
    }

    @Override
    public void beforeCopy(String sql) throws SQLException {
        TransactionControl.requireCopy(sql);
        before(sql);
    }

    /**
     * Commits the transaction and leaves nothing of it in the session.
     *
     * @throws FaultException with {@code TN652} if it is aborted or was ended
     */
    void commit(SessionBaseline baseline) throws SQLException {
        requireCommittable();
        if (!used) {
            connection.commit();
            return;
        }
        committing = true;
        try {
            if (checked && begun) {
                SessionCleaning.commit(connection, baseline, entry.tenancy().setting(), tenant);
            } else if (!leaving) {
                SessionCleaning.commitPlain(connection, numbering);
            } else {
                SessionCleaning.commit(connection, baseline);
            }
        } catch (SQLException refused) {
            throw notCommitted(refused);
        }
    }

    void requireCommittable() {
        ended |= begun && DriverConnections.isIdle(driver);
        if (ended) {
            throw endedFault().exception();
        }
        if (DriverConnections.isFailed(driver)) {
            throw failure == null
                    ? abortedFault(null).exception()
                    : abortedFault(failure).exception(failure);
        }
    }

    /** Rolls back after a failure. A session in an unknown state is closed, so that its pool does not reuse it. */
    void rollBack(SessionBaseline baseline, boolean autoCommit, Throwable reason) {
        boolean lost = ended || (!committing && begun && DriverConnections.isIdle(driver));
        try {
            if (!lost) {
                connection.rollback();
                if (leaving || numbering || checked) {
                    SessionCleaning.clean(connection, baseline);
                }
                connection.setAutoCommit(autoCommit);
                return;
            }
        } catch (SQLException alsoFailed) {
            reason.addSuppressed(alsoFailed);
        }
        DriverConnections.discard(connection, reason);
    }

    SQLException notCommitted(SQLException refused) {
        if (ABORTED.equals(refused.getSQLState())) {
            throw abortedFault(refused.getCause() instanceof SQLException first ? first : refused)
                    .exception(refused);
        }
        if (SessionCleaning.isAnotherTransaction(refused)) {
            ended = true;
            throw endedFault().exception(refused);
        }
        return refused;
    }

    private Fault abortedFault(@Nullable SQLException why) {
        return fault(
                "a statement failed, and the work ignored the error"
                        + (why == null ? "" : ": " + Objects.toString(why.getMessage())),
                "let the exception propagate out of the work; or set a savepoint before the statement, and roll back to it",
                ABORTED);
    }

    private Fault endedFault() {
        return fault(
                "it ended its transaction itself, and later statements would not run as the tenant",
                "remove BEGIN, COMMIT and ROLLBACK from the work: it is committed when it returns, rolled back when it"
                        + " throws",
                INVALID_TRANSACTION_TERMINATION);
    }

    private Fault fault(String why, String remedy, String state) {
        return new Fault(
                FaultCode.TENANT_NOT_COMMITTED,
                "the unit of work as tenant " + tenant + " is not committed: " + why,
                remedy,
                Map.of("sqlState", state));
    }
}
