package dev.tenon.runtime;

import dev.tenon.runtime.fault.FaultException;
import dev.tenon.runtime.internal.tenant.TenantPool;
import dev.tenon.runtime.internal.tenant.TenantTransactions;
import dev.tenon.schema.Tenancy;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Objects;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source whose transactions belong to the tenant of {@link TenantContext}: for JPA, Spring, jOOQ and other libraries
 * that take connections and end transactions themselves. Wrap the pool in it:
 *
 * <pre>{@code
 * DataSource tenants = TenantDataSource.of(pool, CompiledSchema.load().tenancy().orElseThrow());
 * }</pre>
 *
 * <p>The first statement of each transaction sets the application role and the tenant, for this transaction only; a {@code
 * SET TRANSACTION} before it stays the first. A statement in autocommit mode is a transaction of its own. A connection
 * without a tenant has neither role nor tenant: it reads metadata and runs what the login role may, and sees no tenants'
 * rows. A transaction keeps its tenant: statements in it under another one are refused ({@code TN658}). When a connection is
 * closed, nothing of its tenants stays in its session.
 *
 * <p>Problems are {@link SQLException}s whose messages start with the code.
 */
public final class TenantDataSource implements DataSource {

    private final DataSource source;
    private final Tenancy tenancy;
    private final TenantPool pool;

    private TenantDataSource(DataSource source, Tenancy tenancy, boolean switching) {
        this.source = Objects.requireNonNull(source, "source");
        this.tenancy = Objects.requireNonNull(tenancy, "tenancy");
        this.pool = new TenantPool(tenancy, switching);
    }

    /**
     * Wraps a data source. Transactions switch to the application role; the login role must be a member of it that inherits
     * nothing, and have no privileges of its own on tenants' tables ({@code TN651}, {@code TN654}).
     *
     * @param source opens the connections, usually a pool
     * @param tenancy the tenancy of the schema
     */
    public static TenantDataSource of(DataSource source, Tenancy tenancy) {
        return new TenantDataSource(source, tenancy, true);
    }

    /**
     * Returns a data source whose transactions keep the login role and set the tenant only. The login role must inherit from
     * the application role, or be it, so that the policies apply to it at all times.
     */
    public TenantDataSource keepingLoginRole() {
        return new TenantDataSource(source, tenancy, false);
    }

    /** Returns the data source below. */
    DataSource connections() {
        return source;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return guarded(source.getConnection());
    }

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        return guarded(source.getConnection(user, password));
    }

    private Connection guarded(Connection connection) throws SQLException {
        try {
            return TenantTransactions.guarded(connection, pool, TenantContext::currentOrNull);
        } catch (SQLException | FaultException refused) {
            connection.close();
            throw refused;
        }
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        return type.isInstance(source) ? type.cast(source) : source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || type.isInstance(source) || source.isWrapperFor(type);
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter writer) throws SQLException {
        source.setLogWriter(writer);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return source.getParentLogger();
    }
}
