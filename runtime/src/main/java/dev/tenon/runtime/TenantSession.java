package dev.tenon.runtime;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.schema.Tenancy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Runs units of work as one tenant: one transaction, in the application role, with the tenant named in the setting that
 * row-level security reads. All of it is local to the transaction, so a pooled connection comes back as it was.
 *
 * <pre>{@code
 * TenantSession tenants = TenantSession.of(dataSource, CompiledSchema.load().tenancy().orElseThrow());
 * List<Plan> plans = tenants.call(organizationId, connection -> plansOf(connection));
 * }</pre>
 *
 * <p>Where pgvector has it, searches through an HNSW index go on until they have found as many rows of the tenant as they
 * were asked for ({@code hnsw.iterative_scan}).
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-rowsecurity.html">Row Security Policies</a>
 */
public final class TenantSession {

    /**
     * One round trip, in which every function is the server's own whatever the search path is. The role comes first, so that
     * everything after it happens with no more than its privileges. Where pgvector
     * is not loaded yet, the last setting is a placeholder that it takes over; versions that know other settings but not this
     * one refuse it.
     */
    private static final String BEGIN = """
            SELECT pg_catalog.set_config('role', ?, true), pg_catalog.set_config(?, ?, true), \
            CASE WHEN pg_catalog.current_setting('hnsw.ef_search', true) IS NULL \
            OR pg_catalog.current_setting('hnsw.iterative_scan', true) IS NOT NULL \
            THEN pg_catalog.set_config('hnsw.iterative_scan', 'strict_order', true) END""";

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
     * @param <T> what it answers
     * @param <E> what it may throw beside what the database reports
     */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {

        /**
         * Does the work.
         *
         * @param connection the tenant's; it begins and ends no transaction
         */
        T run(Connection connection) throws SQLException, E;
    }

    /**
     * Sessions on a data source.
     *
     * @param source where connections come from; their user must be a member of the application role
     * @param tenancy how tenants are kept apart
     */
    public static TenantSession of(DataSource source, Tenancy tenancy) {
        return new TenantSession(source, tenancy);
    }

    /**
     * Does the work as a tenant and commits it; rolls it back if it throws.
     *
     * @param tenant the tenant's key, as its text says it
     * @return what the work answers
     * @throws TenonException with {@code TN650} if this thread is already working as a tenant, {@code TN651} if the
     *     connection's user may not act in the application role
     * @throws SQLException as the database reports it
     * @throws E as the work throws it
     */
    public <T, E extends Exception> T call(Object tenant, Work<T, E> work) throws SQLException, E {
        if (working.get()) {
            throw new TenonException(
                    new Fault(
                            FaultCode.TENANT_NESTED,
                            "a unit of work as tenant " + tenant + " was begun within another one's",
                            "end the first one before, or do both parts in one"),
                    null);
        }
        working.set(true);
        try (Connection connection = source.getConnection()) {
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
            begin(connection, tenant);
            answer = work.run(TenantConnection.of(connection));
            connection.commit();
        } catch (Throwable failure) {
            rollBack(connection, autoCommit, failure);
            throw failure;
        }
        connection.setAutoCommit(autoCommit);
        return answer;
    }

    private void begin(Connection connection, String tenant) throws SQLException {
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setString(1, tenancy.role());
            begin.setString(2, tenancy.setting());
            begin.setString(3, tenant);
            begin.execute();
        } catch (SQLException refused) {
            throw refused(refused);
        }
    }

    private RuntimeException refused(SQLException refused) throws SQLException {
        String state = String.valueOf(refused.getSQLState());
        if (!state.startsWith("42") && !state.startsWith("22")) {
            throw refused;
        }
        return new TenonException(
                new Fault(
                        FaultCode.TENANT_REFUSED,
                        "this connection cannot act as a tenant in role " + tenancy.role() + ": "
                                + refused.getMessage(),
                        "let the application's user be a member: GRANT " + tenancy.role() + " TO the_user",
                        Map.of("sqlState", state)),
                refused);
    }

    /** The failure is what counts, even where the connection is lost with it. */
    private static void rollBack(Connection connection, boolean autoCommit, Throwable failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        } catch (SQLException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }
}
