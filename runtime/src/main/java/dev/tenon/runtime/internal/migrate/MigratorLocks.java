package dev.tenon.runtime.internal.migrate;

import dev.tenon.runtime.internal.history.HistoryPosition;
import dev.tenon.runtime.internal.lock.AdvisoryLock;
import dev.tenon.runtime.internal.lock.HeldLock;
import dev.tenon.runtime.internal.lock.LockWait;
import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.internal.step.MigratorSettings;
import dev.tenon.runtime.migrate.MigrationEvent;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Takes the locks of a run; each session is closed on failure. */
public final class MigratorLocks {

    private final MigratorSettings settings;
    private final Consumer<MigrationEvent> events;
    private final LockWait wait;

    /** Waits for other migrators as the settings say, and reports it. */
    public MigratorLocks(MigratorSettings settings, Consumer<MigrationEvent> events) {
        this.settings = settings;
        this.events = events;
        this.wait = new LockWait(
                settings.lockTimeout(), connection -> HistoryPosition.read(settings.history(), connection), events);
    }

    /**
     * Takes the migration lock. The server is checked before, because a pool would keep the lock.
     *
     * @param trusted who may create objects that statements could mean
     */
    public HeldLock lead(Session session, TrustedCreators trusted) throws SQLException {
        try {
            Preflight.server(session.connection(), settings.pooledSessions());
            TrustCheck.run(settings.history(), session.connection(), trusted, events);
        } catch (SQLException | RuntimeException refused) {
            session.close();
            throw refused;
        }
        return HeldLock.take(AdvisoryLock.migration(settings.history().name()), session, wait);
    }

    /** Takes the lock of the session that runs statements; a server may continue one after its client has died. */
    public HeldLock work(Session session) throws SQLException {
        return HeldLock.take(AdvisoryLock.work(settings.history().name()), session, wait);
    }
}
