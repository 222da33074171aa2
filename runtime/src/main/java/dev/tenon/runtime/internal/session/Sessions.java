package dev.tenon.runtime.internal.session;

import dev.tenon.runtime.fault.FaultException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/** Opens sessions on one database, and fails if the address connects to a different one later. */
public final class Sessions {

    private final DataSource source;
    private final String application;
    private final String history;
    private final AtomicReference<ServerIdentity> identity = new AtomicReference<>();

    /**
     * Creates the factory; opens no connection yet.
     *
     * @param source the source of connections
     * @param application the application name that the server shows
     * @param history the name of the history's schema
     */
    public Sessions(DataSource source, String application, String history) {
        this.source = source;
        this.application = application;
        this.history = history;
    }

    /**
     * Opens a session.
     *
     * @throws SQLException as the driver reports it
     * @throws FaultException if the database differs from that of the first session, or the connection is in a
     *     transaction
     */
    public Session open() throws SQLException {
        Session session = Session.of(
                StatementTimeoutOverride.retry(() -> StandaloneConnections.take(source)), application, history);
        try {
            ServerIdentity current = ServerIdentity.of(session.connection());
            ServerIdentity first = identity.compareAndExchange(null, current);
            if (first != null && !first.equals(current)) {
                throw first.fault(current).exception();
            }
            return session;
        } catch (SQLException | RuntimeException refused) {
            session.close();
            throw refused;
        }
    }
}
