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
import org.postgresql.core.BaseConnection;

/** What is known of the sessions of one data source: that their login roles are proved, and how each began. */
public final class TenantPool {

    private final TenantEntry entry;
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
        this.entry = new TenantEntry(tenancy, switching);
        this.proof = new LoginRoleProof(tenancy, switching);
    }

    TenantEntry entry() {
        return entry;
    }

    /**
     * Returns how the session of a connection in no transaction began; proves the login role at its first use.
     *
     * @throws FaultException with {@code TN651} or {@code TN654} if the proof fails
     */
    SessionBaseline baseline(Connection connection) throws SQLException {
        Optional<BaseConnection> driver = DriverConnections.of(connection);
        SessionBaseline known = driver.map(baselines::get).orElse(null);
        if (known != null) {
            return known;
        }
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            SessionBaseline baseline = SessionBaseline.read(connection);
            if (!proved.contains(baseline.login())) {
                proof.prove(connection);
                proved.add(baseline.login());
            }
            driver.ifPresent(session -> baselines.put(session, baseline));
            return baseline;
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
    }

    /** Proves the login role of a connection inside a transaction, which is not changed. */
    void proveInTransaction(Connection connection) throws SQLException {
        String login;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT session_user::pg_catalog.text")) {
            row.next();
            login = row.getString(1);
        }
        if (!proved.contains(login)) {
            Savepoint before = connection.setSavepoint();
            proof.prove(connection);
            connection.rollback(before);
            proved.add(login);
        }
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
        baselines.clear();
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
