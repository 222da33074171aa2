package dev.tenon.runtime;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.session.StandaloneConnections;
import dev.tenon.schema.Tenancy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Runs units of work as one tenant: each is one transaction in the application role, with the tenant key in the
 * setting that row-level security reads. Role and setting are local to the transaction, so a pooled connection is
 * returned unchanged.
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

    private final DataSource source;
    private final Tenancy tenancy;
    private final ThreadLocal<Boolean> working = ThreadLocal.withInitial(() -> false);

    private TenantSession(DataSource source, Tenancy tenancy) {
        this.source = Objects.requireNonNull(source, "source");
        this.tenancy = Objects.requireNonNull(tenancy, "tenancy");
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
         * @param connection the connection of the tenant's transaction, which the work must neither begin nor end
         */
        T run(Connection connection) throws SQLException, E;
    }

    /**
     * Creates sessions on a data source.
     *
     * @param source opens the connections, in autocommit mode or not; their user must be a member of the application
     *     role
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
     * @throws TenonException with {@code TN650} if this thread is already working as a tenant, {@code TN651} if the
     *     connection's user may not act in the application role, {@code TN652} if the work cannot be committed because a
     *     statement of it failed or it ended its transaction itself, {@code TN653} if the data source hands out a connection
     *     that is in another transaction
     * @throws SQLException as the database reports it
     * @throws E as the work throws it
     */
    public <T, E extends Exception> T call(Object tenant, Work<T, E> work) throws SQLException, E {
        if (working.get()) {
            throw new TenonException(
                    new Fault(
                            FaultCode.TENANT_NESTED,
                            "a unit of work as tenant " + tenant + " was started inside one of another tenant",
                            "end the first one before starting the second, or do both parts in one"),
                    null);
        }
        working.set(true);
        try (Connection connection = FaultTranslation.faultsTranslated(() -> StandaloneConnections.take(source))) {
            return inTransaction(connection, tenant.toString(), work);
        } finally {
            working.remove();
        }
    }

    private <T, E extends Exception> T inTransaction(Connection connection, String tenant, Work<T, E> work)
            throws SQLException, E {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        T answer;
        try {
            TenantTransaction transaction = TenantTransaction.begin(connection, tenancy, tenant);
            answer = work.run(TenantConnection.of(connection));
            transaction.commit();
        } catch (Throwable failure) {
            rollBack(connection, autoCommit, failure);
            throw failure;
        }
        connection.setAutoCommit(autoCommit);
        return answer;
    }

    /** Keeps the original failure, even if the rollback fails, too. */
    private static void rollBack(Connection connection, boolean autoCommit, Throwable failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        } catch (SQLException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }
}
