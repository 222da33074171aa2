package dev.tenon.runtime.internal.tenant;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;
import org.postgresql.core.BaseConnection;

/** Runs units of work, each in a transaction of its own or inside one of the caller. */
public final class TenantWork {

    private TenantWork() {}

    /**
     * A unit of work.
     *
     * @param <T> the type of its result
     * @param <E> the type of its exceptions other than {@link SQLException}
     */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        /** Does the work on the guarded connection. */
        T run(Connection connection) throws SQLException, E;
    }

    /** Runs the work in a transaction of its own on a connection that is in none, and gives the session back clean. */
    public static <T, E extends Exception> T run(Connection connection, TenantPool pool, String tenant, Work<T, E> work)
            throws SQLException, E {
        Optional<BaseConnection> driver = DriverConnections.of(connection);
        SessionBaseline baseline = pool.proved(connection, driver);
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        UnitOfWork unit = new UnitOfWork(connection, driver, pool, tenant, baseline);
        T answer;
        try {
            answer = work.run(unit.guarded());
            unit.commit(baseline);
        } catch (Throwable failure) {
            unit.rollBack(baseline, autoCommit, failure);
            throw failure;
        }
        connection.setAutoCommit(autoCommit);
        return answer;
    }

    /**
     * Runs the work in the caller's transaction. Role and tenant are those of before when it returns or throws; if it throws,
     * its changes are undone. What the work leaves in the session is the caller's.
     */
    public static <T, E extends Exception> T join(
            Connection connection, TenantPool pool, String tenant, Work<T, E> work) throws SQLException, E {
        if (ConnectionGuard.isGuarded(connection)) {
            throw refusal(FaultCode.TENANT_NESTED, "the connection is that of a tenant already", "use it as it is");
        }
        if (connection.getAutoCommit()) {
            throw refusal(
                    FaultCode.TENANT_NOTHING_TO_JOIN,
                    "the connection is in autocommit mode, so there is no transaction to join",
                    "begin one by setAutoCommit(false), or use call, which begins its own");
        }
        Savepoint before = connection.setSavepoint();
        UnitOfWork unit = new UnitOfWork(connection, DriverConnections.of(connection), pool, tenant, null);
        try {
            pool.proveInTransaction(connection, null);
            Entered entered = Entered.read(connection, pool.entry(null));
            unit.enter();
            T answer = work.run(unit.guarded());
            unit.requireCommittable();
            entered.restore(connection, pool.entry(null));
            connection.releaseSavepoint(before);
            return answer;
        } catch (Throwable failure) {
            try {
                connection.rollback(before);
            } catch (SQLException ended) {
                failure.addSuppressed(ended);
            }
            throw failure;
        }
    }

    private static RuntimeException refusal(FaultCode code, String problem, String remedy) {
        return new Fault(code, problem, remedy).exception();
    }

    /** Role and tenant of the transaction around the work. */
    private record Entered(String role, String tenant, String scan) {

        private static final String READ = "SELECT pg_catalog.current_setting('role'),"
                + " COALESCE(pg_catalog.current_setting(?, true), ''),"
                + " COALESCE(pg_catalog.current_setting('hnsw.iterative_scan', true), '')";

        private static final String RESTORE = "SELECT pg_catalog.set_config('role', ?, true),"
                + " pg_catalog.set_config(?, ?, true),"
                + " CASE WHEN ? OPERATOR(pg_catalog.<>) '' THEN pg_catalog.set_config('hnsw.iterative_scan', ?, true) END";

        static Entered read(Connection connection, TenantEntry entry) throws SQLException {
            try (PreparedStatement query = connection.prepareStatement(READ)) {
                query.setString(1, entry.tenancy().setting());
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return new Entered(row.getString(1), row.getString(2), row.getString(3));
                }
            }
        }

        void restore(Connection connection, TenantEntry entry) throws SQLException {
            try (PreparedStatement query = connection.prepareStatement(RESTORE)) {
                query.setString(1, role);
                query.setString(2, entry.tenancy().setting());
                query.setString(3, tenant);
                query.setString(4, scan);
                query.setString(5, scan);
                query.execute();
            }
        }
    }
}
