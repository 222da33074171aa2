package dev.tenon.runtime.migrate;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.session.Session;
import dev.tenon.runtime.session.Sessions;
import dev.tenon.schema.Schema;
import dev.tenon.schema.history.Migration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Enters migrations as applied that a database had before Tenon came. */
public final class Baseline {

    private final Sessions sessions;
    private final MigratorSettings settings;
    private final History history;
    private final Consumer<MigrationEvent> events;

    /**
     * For one run.
     *
     * @param sessions opens the connections
     * @param settings timeouts
     * @param version the version of Tenon, for the history
     * @param events receives the events
     */
    public Baseline(Sessions sessions, MigratorSettings settings, String version, Consumer<MigrationEvent> events) {
        this.sessions = sessions;
        this.settings = settings;
        this.history = new History(version);
        this.events = events;
    }

    /** Refuses a database that is not ready, under the lock. */
    public interface Condition {
        void check(Connection connection) throws SQLException;
    }

    /**
     * Enters all steps of all migrations, together, into a history of whoever owns the tables.
     *
     * @param migrations what to enter
     * @param target what they lead to
     * @param condition what to look at before
     * @throws SQLException if the connection is lost
     */
    public MigrationState enter(List<Migration> migrations, Schema target, Condition condition) throws SQLException {
        try (HeldLock lead = HeldLock.take(AdvisoryLock.MIGRATION, sessions.open(), settings.lockTimeout(), events);
                HeldLock work = HeldLock.take(AdvisoryLock.WORK, sessions.open(), settings.lockTimeout(), events)) {
            Preflight.server(lead.session().connection(), settings.pooledSessions());
            Session session = work.session();
            if (!History.read(session.connection()).isEmpty()) {
                throw new Fault(
                                FaultCode.APPLIED,
                                "the database already has a migration history",
                                "baseline requires a database without one; run 'tenon migrate'")
                        .exception();
            }
            Preflight.takeOver(session.connection(), target);
            condition.check(session.connection());
            Optional<FormerOwner> owner = FormerOwner.of(session.connection(), target);
            session.reset();
            History.create(session);
            session.connection().setAutoCommit(false);
            for (Migration migration : migrations) {
                enter(migration, session);
            }
            if (owner.isPresent()) {
                owner.get().takeHistory(session);
            }
            session.connection().commit();
            session.connection().setAutoCommit(true);
            return MigrationState.read(migrations, session.connection());
        }
    }

    private void enter(Migration migration, Session session) throws SQLException {
        Outline outline = Outline.of(migration);
        for (int step = 1; step <= outline.steps(); step++) {
            history.enter(
                    session,
                    new StepEntry(
                            migration.entry(),
                            new StepId(migration.name(), step, outline.steps()),
                            outline.manual(),
                            StepKind.BASELINE,
                            outline.checksums().get(step - 1),
                            Optional.empty()));
        }
    }
}
