package dev.tenon.runtime;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.fault.FaultException;
import dev.tenon.runtime.internal.session.StandaloneConnections;
import dev.tenon.runtime.internal.tenant.FaultSqlException;
import dev.tenon.runtime.internal.tenant.TenantKeys;
import dev.tenon.runtime.internal.tenant.TenantPool;
import dev.tenon.runtime.internal.tenant.TenantWork;
import dev.tenon.schema.Tenancy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs units of work as one tenant: each is one transaction in the application role, with the tenant key in the
 * setting that row-level security reads. A pooled connection is returned as it was taken: settings, temporary objects,
 * held cursors, prepared statements, notifications and locks of the work are gone.
 *
 * <pre>{@code
 * TenantSession tenants = TenantSession.of(dataSource, CompiledSchema.load().tenancy().orElseThrow());
 * List<Plan> plans = tenants.call(organizationId, connection -> plansOf(connection));
 * }</pre>
 *
 * <p>If pgvector supports it, searches in an HNSW index continue until they have found the requested number of rows
 * of the tenant ({@code hnsw.iterative_scan}).
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-rowsecurity.html">Row Security Policies</a>
 */
public final class TenantSession {

    /** The data sources on which this thread works as a tenant, whichever session they belong to. */
    private static final ThreadLocal<@Nullable Working> WORKING = new ThreadLocal<>();

    private final DataSource source;
    private final TenantPool pool;

    private TenantSession(DataSource source, Tenancy tenancy) {
        this.source = Objects.requireNonNull(source, "source") instanceof TenantDataSource tenants
                ? tenants.connections()
                : source;
        this.pool = new TenantPool(Objects.requireNonNull(tenancy, "tenancy"), true);
    }

    /**
     * A unit of work.
     *
     * @param <T> the type of its result
     * @param <E> the type of its exceptions other than {@link SQLException}
     */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {

        /**
         * Does the work.
         *
         * @param connection the connection of the tenant's transaction, which the work must neither begin nor end; its
         *     statements, metadata and what it unwraps lead back to it
         */
        T run(Connection connection) throws SQLException, E;
    }

    /**
     * Creates sessions on a data source.
     *
     * @param source opens the connections, in autocommit mode or not; their user must be a member of the application
     *     role without inheriting its privileges, and have no others on tenants' tables
     * @param tenancy the tenancy of the schema
     */
    public static TenantSession of(DataSource source, Tenancy tenancy) {
        return new TenantSession(source, tenancy);
    }

    /**
     * Runs the work as a tenant and commits it; rolls it back if it throws. The result is returned after the commit.
     *
     * @param tenant the tenant's key; its {@code toString()} is the value of the setting
     * @return the result of the work
     * @throws TenonException with {@code TN650} if this thread is already working as a tenant on this data source, {@code
     *     TN651} if the connection's user may not act in the application role, {@code TN652} if the work cannot be committed
     *     because a statement of it failed or it ended its transaction itself, {@code TN653} if the data source hands out a
     *     connection that is in another transaction, {@code TN654} if the connection's user can do more than the application
     *     role, {@code TN655} if the key is null, empty, too long or no text of PostgreSQL
     * @throws SQLException as the database reports it
     * @throws E as the work throws it
     */
    public <T, E extends Exception> T call(@Nullable Object tenant, Work<T, E> work) throws SQLException, E {
        return asTenant(tenant, key -> {
            try (Connection connection = StandaloneConnections.take(source)) {
                return TenantWork.<T, E>run(connection, pool, key, work::run);
            }
        });
    }

    /**
     * Runs the work as a tenant inside the transaction of a connection, which the caller commits or rolls back. Role and
     * tenant apply to the work only. If it throws, its changes are undone, and the transaction can continue. What the work
     * leaves in the session, such as a temporary table, stays there.
     *
     * @param connection a connection of this data source that is in a transaction
     * @param tenant the tenant's key; its {@code toString()} is the value of the setting
     * @return the result of the work, which is not committed yet
     * @throws TenonException as {@link #call} does, and with {@code TN656} if the connection is in autocommit mode
     * @throws SQLException as the database reports it
     * @throws E as the work throws it
     */
    public <T, E extends Exception> T callIn(Connection connection, @Nullable Object tenant, Work<T, E> work)
            throws SQLException, E {
        Objects.requireNonNull(connection, "connection");
        return asTenant(tenant, key -> TenantWork.<T, E>join(connection, pool, key, work::run));
    }

    /** A data source on which a thread works as a tenant, and the one around it. */
    private record Working(DataSource source, @Nullable Working outer) {

        static boolean isOn(@Nullable Working innermost, DataSource source) {
            for (Working each = innermost; each != null; each = each.outer()) {
                if (each.source() == source) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Work that knows the text of its tenant's key. */
    private interface TenantCall<T, E extends Exception> {
        T run(String tenant) throws SQLException, E;
    }

    private <T, E extends Exception> T asTenant(@Nullable Object tenant, TenantCall<T, E> call) throws SQLException, E {
        Working outer = WORKING.get();
        try {
            String key = TenantKeys.text(tenant);
            if (Working.isOn(outer, source)) {
                throw nested(key);
            }
            WORKING.set(new Working(source, outer));
            return call.run(key);
        } catch (FaultException fault) {
            throw new TenonException(fault.fault(), fault.getCause());
        } catch (FaultSqlException fault) {
            throw new TenonException(fault.fault(), fault.getCause());
        } finally {
            if (outer == null) {
                WORKING.remove();
            } else {
                WORKING.set(outer);
            }
        }
    }

    private static FaultException nested(String tenant) {
        return new Fault(
                        FaultCode.TENANT_NESTED,
                        "a unit of work as tenant " + tenant
                                + " was started inside another one on the same data source",
                        "end the first one before starting the second, or do both parts in one")
                .exception();
    }
}
