package dev.tenon.runtime.internal.tenant;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.fault.FaultException;
import dev.tenon.runtime.internal.session.SqlStates;
import dev.tenon.schema.Tenancy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.util.PSQLException;

/** What is known of the sessions of one data source: that their login roles are proved, and how each began. */
public final class TenantPool {

    /** The server's routines that refuse the value of a setting. */
    private static final Set<String> ROLE_CHECKS = Set.of("call_string_check_hook", "check_role");

    private final TenantEntry entry;
    private final TenantEntry vectorEntry;
    private final LoginRoleProof proof;
    private final Set<String> proved = ConcurrentHashMap.newKeySet();
    private final Map<BaseConnection, SessionBaseline> baselines = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * Creates it without a session.
     *
     * @param tenancy the tenancy of the schema
     * @param switching whether transactions switch to the application role; otherwise the login role inherits from it
     */
    public TenantPool(Tenancy tenancy, boolean switching) {
        this.entry = new TenantEntry(tenancy, switching, false);
        this.vectorEntry = new TenantEntry(tenancy, switching, true);
        this.proof = new LoginRoleProof(tenancy, switching);
    }

    /** Returns the query for sessions that began so; for null, it is not known how. */
    TenantEntry entry(@Nullable SessionBaseline baseline) {
        return baseline == null || baseline.vector() ? vectorEntry : entry;
    }

    /**
     * Returns how the session of a connection in no transaction began; proves the login role at its first use.
     *
     * @throws FaultException with {@code TN651} or {@code TN654} if the proof fails
     */
    SessionBaseline proved(Connection connection, Optional<BaseConnection> driver) throws SQLException {
        SessionBaseline baseline = baseline(connection, driver);
        if (!proved.contains(baseline.login())) {
            prove(connection, baseline.login());
        }
        return baseline;
    }

    /** Returns how the session of a connection in no transaction began. */
    SessionBaseline baseline(Connection connection, Optional<BaseConnection> driver) throws SQLException {
        SessionBaseline known = driver.map(baselines::get).orElse(null);
        if (known != null) {
            return known;
        }
        SessionBaseline baseline = apart(connection, () -> SessionBaseline.read(connection));
        driver.ifPresent(session -> baselines.put(session, baseline));
        return baseline;
    }

    private void prove(Connection connection, String login) throws SQLException {
        apart(connection, () -> {
            proof.prove(connection);
            return proved.add(login);
        });
    }

    /** A query of the session. */
    private interface Query<T> {
        T run() throws SQLException;
    }

    /** Runs a query in a transaction of its own, which leaves nothing. */
    private static <T> T apart(Connection connection, Query<T> query) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            return query.run();
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
    }

    boolean isProved(String login) {
        return proved.contains(login);
    }

    /**
     * Proves the login role of a connection inside a transaction, which is not changed.
     *
     * @param known the login role, or null if it is not known
     */
    void proveInTransaction(Connection connection, @Nullable String known) throws SQLException {
        String login = known == null ? login(connection) : known;
        if (!proved.contains(login)) {
            Savepoint before = connection.setSavepoint();
            proof.prove(connection);
            connection.rollback(before);
            proved.add(login);
        }
    }

    private static String login(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT session_user::pg_catalog.text")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Returns the error of a statement that carried the tenant; of both only the role can be refused by this routine. */
    SQLException notCarried(SQLException refused) {
        return refused instanceof PSQLException failed
                        && failed.getServerErrorMessage() != null
                        && ROLE_CHECKS.contains(
                                String.valueOf(failed.getServerErrorMessage().getRoutine()))
                ? notEntered(refused)
                : refused;
    }

    /**
     * Returns the error of a transaction that could not become the tenant's. Its login role may have changed since the
     * proof, so the next use of every session proves it again.
     */
    SQLException notEntered(SQLException refused) {
        String state = SqlStates.of(refused);
        if (!state.startsWith("42") && !state.startsWith("22")) {
            return refused;
        }
        proved.clear();
        String role = entry.tenancy().role();
        return new FaultSqlException(
                new Fault(
                        FaultCode.TENANT_REFUSED,
                        "this connection cannot act as a tenant in role " + role + ": " + SqlStates.message(refused),
                        "grant the role to the application's user: GRANT " + role + " TO the_user WITH INHERIT FALSE",
                        Map.of("sqlState", state)),
                state,
                refused);
    }
}
