package dev.tenon.runtime.internal.session;

import dev.tenon.runtime.fault.FaultException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/** Opens sessions on one database, and fails if the address connects to a different one later. */
public final class Sessions {

    private final DataSource source;
    private final String application;
    private final AtomicReference<ServerIdentity> identity = new AtomicReference<>();

    /**
     * Opens no connection yet.
     *
     * @param source gives the connections
     * @param application what the server shows as the name of the application
     */
    public Sessions(DataSource source, String application) {
        this.source = source;
        this.application = application;
    }

    /**
     * Opens a session.
     *
     * @throws SQLException as the driver reports it
     * @throws FaultException if the database is not the one of the session before, or the connection is in a transaction
     */
    public Session open() throws SQLException {
        Session session =
                Session.of(StatementTimeoutOverride.insist(() -> StandaloneConnections.take(source)), application);
        try {
            ServerIdentity here = ServerIdentity.of(session.connection());
            ServerIdentity first = identity.compareAndExchange(null, here);
            if (first != null && !first.equals(here)) {
                throw first.fault(here).exception();
            }
            return session;
        } catch (SQLException | RuntimeException refused) {
            session.close();
            throw refused;
        }
    }
}
