package dev.tenon.runtime;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.session.SqlStates;
import dev.tenon.schema.Tenancy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** The transaction of a unit of work. It begins as a tenant and is committed only if it is still the same one. */
final class TenantTransaction {

    /**
     * Begins the transaction in one round trip; all functions are schema-qualified. The role comes first, so the rest
     * runs with its privileges only. If pgvector is not loaded yet, the last setting is a placeholder that it takes
     * over; a pgvector without this setting refuses it. The start time in microseconds identifies the transaction.
     */
    private static final String BEGIN = """
            SELECT pg_catalog.set_config('role', ?, true), pg_catalog.set_config(?, ?, true), \
            CASE WHEN pg_catalog.current_setting('hnsw.ef_search', true) IS NULL \
            OR pg_catalog.current_setting('hnsw.iterative_scan', true) IS NOT NULL \
            THEN pg_catalog.set_config('hnsw.iterative_scan', 'strict_order', true) END, \
            extract(epoch FROM pg_catalog.now())::pg_catalog.text""";

    private static final int BEGUN = 4;

    private static final String ANOTHER = "tenon_another_transaction";

    /**
     * Commits in one round trip: the commit does not run if the query before it fails. The query fails if the
     * transaction is aborted; in another transaction it fails on a text that is not a number. A violated deferred
     * constraint causes neither error.
     */
    private static final String COMMIT = "SELECT (CASE WHEN extract(epoch FROM pg_catalog.now())::pg_catalog.text"
            + " OPERATOR(pg_catalog.=) ? THEN '0' ELSE '" + ANOTHER + "' END)::pg_catalog.int4; COMMIT";

    private static final String ABORTED = "25P02";
    private static final String INVALID_TEXT = "22P02";

    private final Connection connection;
    private final String tenant;
    private final String begun;

    private TenantTransaction(Connection connection, String tenant, String begun) {
        this.connection = connection;
        this.tenant = tenant;
        this.begun = begun;
    }

    /**
     * Begins the transaction on a connection that is not in autocommit mode.
     *
     * @throws TenonException with {@code TN651} if the connection's user may not act in the application role
     */
    static TenantTransaction begin(Connection connection, Tenancy tenancy, String tenant) throws SQLException {
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setString(1, tenancy.role());
            begin.setString(2, tenancy.setting());
            begin.setString(3, tenant);
            try (ResultSet row = begin.executeQuery()) {
                row.next();
                return new TenantTransaction(connection, tenant, row.getString(BEGUN));
            }
        } catch (SQLException refused) {
            throw refused(tenancy, refused);
        }
    }

    private static RuntimeException refused(Tenancy tenancy, SQLException refused) throws SQLException {
        String state = SqlStates.of(refused);
        if (!state.startsWith("42") && !state.startsWith("22")) {
            throw refused;
        }
        return new TenonException(
                new Fault(
                        FaultCode.TENANT_REFUSED,
                        "this connection cannot act as a tenant in role " + tenancy.role() + ": "
                                + refused.getMessage(),
                        "grant the role to the application's user: GRANT " + tenancy.role() + " TO the_user",
                        Map.of("sqlState", state)),
                refused);
    }

    /**
     * Commits the transaction.
     *
     * @throws TenonException with {@code TN652} if it is aborted or was ended
     */
    void commit() throws SQLException {
        try (PreparedStatement commit = connection.prepareStatement(COMMIT)) {
            commit.setString(1, begun);
            commit.execute();
        } catch (SQLException refused) {
            throw notCommitted(refused);
        }
        // The server has nothing left to do; this tells connection wrappers that the transaction has ended.
        connection.commit();
    }

    private RuntimeException notCommitted(SQLException refused) throws SQLException {
        String state = SqlStates.of(refused);
        String message = SqlStates.message(refused);
        if (state.equals(ABORTED)) {
            String why = refused.getCause() instanceof SQLException first ? SqlStates.message(first) : message;
            return fault(
                    "a statement failed, and the work ignored the error: " + why,
                    "let the exception propagate out of the work; or set a savepoint before the statement, and roll"
                            + " back to it",
                    refused);
        }
        if (state.equals(INVALID_TEXT) && message.contains(ANOTHER)) {
            return fault(
                    "it ended its transaction itself, and later statements did not run as the tenant",
                    "remove BEGIN, COMMIT and ROLLBACK from the work: it is committed when it returns, rolled back"
                            + " when it throws",
                    refused);
        }
        throw refused;
    }

    private RuntimeException fault(String why, String remedy, SQLException cause) {
        return new TenonException(
                new Fault(
                        FaultCode.TENANT_NOT_COMMITTED,
                        "the unit of work as tenant " + tenant + " is not committed: " + why,
                        remedy,
                        Map.of("sqlState", SqlStates.of(cause))),
                cause);
    }
}
