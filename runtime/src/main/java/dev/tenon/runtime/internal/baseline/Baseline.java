package dev.tenon.runtime.internal.baseline;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.history.HistoryReader;
import dev.tenon.runtime.internal.history.HistoryTable;
import dev.tenon.runtime.internal.history.HistoryWriter;
import dev.tenon.runtime.internal.history.LeftoverNotes;
import dev.tenon.runtime.internal.history.StateComparison;
import dev.tenon.runtime.internal.history.StepChecksums;
import dev.tenon.runtime.internal.history.StepEntry;
import dev.tenon.runtime.internal.lock.HeldLock;
import dev.tenon.runtime.internal.migrate.MigratorLocks;
import dev.tenon.runtime.internal.migrate.Preflight;
import dev.tenon.runtime.internal.migrate.TrustedCreators;
import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.internal.session.Sessions;
import dev.tenon.runtime.internal.step.MigratorSettings;
import dev.tenon.runtime.migrate.BaselineCondition;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.runtime.migrate.StepId;
import dev.tenon.runtime.migrate.StepKind;
import dev.tenon.schema.Leftover;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.migrations.file.Migration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Records migrations as applied whose objects the database already has. */
public final class Baseline {

    private final Sessions sessions;
    private final MigratorSettings settings;
    private final HistoryWriter history;
    private final Consumer<MigrationEvent> events;

    /**
     * Creates a baseline for one run.
     *
     * @param sessions opens the connections
     * @param settings timeouts
     * @param version the version of Tenon, for the history
     * @param events receives the events
     */
    public Baseline(Sessions sessions, MigratorSettings settings, String version, Consumer<MigrationEvent> events) {
        this.sessions = sessions;
        this.settings = settings;
        this.history = new HistoryWriter(settings.history(), version);
        this.events = events;
    }

    /** Finds what a database has beyond its snapshot. */
    public interface LeftoverSearch {

        /** No leftover is accepted. */
        LeftoverSearch NONE = connection -> List.of();

        /** Returns the accepted leftovers. */
        List<Leftover> find(Connection connection) throws SQLException;

        /** Whether the leftovers replace those of a database that has a history. */
        default boolean replaces() {
            return this != NONE;
        }
    }

    /**
     * Records all steps of all migrations in one transaction; the owner of the tables gets the history.
     *
     * @param migrations the migrations to record
     * @param target the schema after them
     * @param condition a precondition
     * @param leftovers finds what else the database has and reviewers accept, after the precondition
     * @throws SQLException if the connection is lost
     */
    public MigrationState enter(
            List<Migration> migrations, Schema target, BaselineCondition condition, LeftoverSearch leftovers)
            throws SQLException {
        MigratorLocks locks = new MigratorLocks(settings, events);
        try (HeldLock lead = locks.lead(sessions.open(), TrustedCreators.reported(target));
                HeldLock work = locks.work(sessions.open())) {
            Session session = work.session();
            boolean begun = !HistoryReader.read(
                            settings.history(), lead.session().connection())
                    .isEmpty();
            if (begun && !leftovers.replaces()) {
                throw new Fault(
                                FaultCode.APPLIED,
                                "the database already has a migration history",
                                "baseline requires a database without one; run 'tenon migrate'")
                        .exception();
            }
            Preflight.privilegesToAdopt(settings.history(), session.connection(), target);
            condition.check(session.connection());
            List<Leftover> accepted = leftovers.find(session.connection());
            Optional<PreviousOwner> owner = PreviousOwner.of(session.connection(), target);
            session.reset();
            HistoryTable.create(settings.history(), session, false, settings.stepLockTimeout(), settings.retryFor());
            session.connection().setAutoCommit(false);
            if (!begun) {
                for (Migration migration : migrations) {
                    enter(migration, session);
                }
            }
            LeftoverNotes.replace(settings.history(), session.connection(), accepted);
            if (owner.isPresent()) {
                owner.get().ownHistory(settings.history(), session);
            }
            session.connection().commit();
            session.connection().setAutoCommit(true);
            return StateComparison.read(settings.history(), migrations, session.connection());
        }
    }

    private void enter(Migration migration, Session session) throws SQLException {
        StepChecksums outline = StepChecksums.of(migration);
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
