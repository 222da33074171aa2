package dev.tenon.runtime.internal.abandon;

import dev.tenon.runtime.internal.history.HistorySchema;
import dev.tenon.runtime.internal.history.HistoryTable;
import dev.tenon.runtime.internal.history.HistoryWriter;
import dev.tenon.runtime.internal.history.LeftoverNotes;
import dev.tenon.runtime.internal.history.StateComparison;
import dev.tenon.runtime.internal.lock.Backoff;
import dev.tenon.runtime.internal.lock.HeldLock;
import dev.tenon.runtime.internal.migrate.MigratorLocks;
import dev.tenon.runtime.internal.migrate.TrustedCreators;
import dev.tenon.runtime.internal.session.ConnectionFaults;
import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.internal.session.Sessions;
import dev.tenon.runtime.internal.session.SqlStates;
import dev.tenon.runtime.internal.step.MigratorSettings;
import dev.tenon.runtime.internal.step.StatementMonitor;
import dev.tenon.runtime.internal.step.StepReads;
import dev.tenon.runtime.internal.verify.AcceptedLeftovers;
import dev.tenon.runtime.internal.verify.Reversal;
import dev.tenon.runtime.internal.verify.ReversalPlanner;
import dev.tenon.runtime.internal.verify.Verification;
import dev.tenon.runtime.migrate.Loss;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.runtime.migrate.PreviewedStep;
import dev.tenon.runtime.migrate.StepId;
import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.Leftover;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.internal.migrations.file.Migration;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes a half-applied migration back. Each run plans from the catalogs, so that after an interruption the next run
 * continues. The history says that the migration is being abandoned as soon as something is taken back; until then it
 * can be continued.
 */
public final class Abandonment {

    /** A plan leads to the target; another one is needed if others changed the database meanwhile. */
    private static final int PLANS = 3;

    private final Sessions sessions;
    private final MigratorSettings settings;
    private final Consumer<MigrationEvent> events;
    private final List<Leftover> reviewed;
    private final TrustedCreators trusted;
    private final List<Loss> losses = new ArrayList<>();
    private Optional<MigrationName> abandoned = Optional.empty();

    /**
     * Creates an abandonment for one run.
     *
     * @param sessions opens the connections
     * @param settings timeouts
     * @param events receives the events
     * @param reviewed the leftovers that reviewers accepted
     * @param trusted who may create objects that statements could mean
     */
    public Abandonment(
            Sessions sessions,
            MigratorSettings settings,
            Consumer<MigrationEvent> events,
            List<Leftover> reviewed,
            TrustedCreators trusted) {
        this.sessions = sessions;
        this.settings = settings;
        this.events = events;
        this.reviewed = List.copyOf(reviewed);
        this.trusted = trusted;
    }

    /**
     * The plan of an abandonment.
     *
     * @param migration the half-applied migration; empty if there is none
     * @param steps the steps that take it back
     * @param losses what does not come back
     */
    public record Plan(Optional<MigrationName> migration, List<PreviewedStep> steps, List<Loss> losses) {
        public Plan {
            steps = List.copyOf(steps);
            losses = List.copyOf(losses);
        }
    }

    /**
     * The result of an abandonment.
     *
     * @param migration the migration that was taken back; empty if none was half-applied
     * @param losses what was lost, as accepted
     * @param state the state afterwards
     * @param verification the comparison with the schema before the migration
     */
    public record Result(
            Optional<MigrationName> migration, List<Loss> losses, MigrationState state, VerifyResult verification) {
        public Result {
            losses = List.copyOf(losses);
        }
    }

    /** Returns what {@link #run} would do. Changes nothing and takes no lock. */
    public static Plan preview(
            HistorySchema history, List<Migration> migrations, EarlierSnapshots snapshots, Connection connection)
            throws SQLException {
        MigrationState state = StateComparison.read(history, migrations, connection);
        Optional<AbandonTarget> target = AbandonTarget.find(history, migrations, state, snapshots, connection);
        if (target.isEmpty()) {
            return new Plan(Optional.empty(), List.of(), List.of());
        }
        MigrationName name = target.get().migration().name();
        Reversal reversal = ReversalPlanner.plan(connection, target.get().half(), Set.of());
        List<PreviewedStep> steps = new ArrayList<>();
        reversal.steps()
                .forEach(step -> steps.add(new PreviewedStep(
                        new StepId(name, steps.size() + 1, reversal.steps().size()), step.mode(), step.statements())));
        return new Plan(Optional.of(name), steps, reversal.losses());
    }

    /**
     * Takes the half-applied migration back.
     *
     * @param migrations the migrations of the directory, by number
     * @param accepted the acceptance tokens
     * @throws dev.tenon.runtime.fault.FaultException if a loss is not accepted, or a step fails
     */
    public Result run(List<Migration> migrations, EarlierSnapshots snapshots, Set<String> accepted) {
        Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5), settings.retryFor());
        boolean[] connected = {false};
        while (true) {
            try {
                return attempt(migrations, snapshots, accepted, connected);
            } catch (SQLException error) {
                if (!connected[0] && !SqlStates.isServerBusy(error)) {
                    throw ConnectionFaults.notOpened(error).exception(error);
                }
                if (!SqlStates.isConnectionLoss(error)) {
                    throw ConnectionFaults.unexpected(error).exception(error);
                }
                if (backoff.isOver()) {
                    throw ConnectionFaults.lost(error).exception(error);
                }
                events.accept(new MigrationEvent.ConnectionLost(SqlStates.message(error)));
                backoff.pause();
            }
        }
    }

    private Result attempt(
            List<Migration> migrations, EarlierSnapshots snapshots, Set<String> accepted, boolean[] connected)
            throws SQLException {
        Session first = sessions.open();
        connected[0] = true;
        MigratorLocks locks = new MigratorLocks(settings, events);
        try (HeldLock lead = locks.lead(first, trusted);
                HeldLock work = locks.work(sessions.open())) {
            Session session = work.session();
            StepReads.forced(session, settings, events).restore();
            MigrationState state = StateComparison.read(settings.history(), migrations, session.connection());
            Optional<AbandonTarget> target =
                    AbandonTarget.find(settings.history(), migrations, state, snapshots, session.connection());
            VerifyResult verified = VerifyResult.withoutDrift(0);
            if (target.isPresent()) {
                try (StatementMonitor watch = new StatementMonitor(work, lead.session(), events)) {
                    verified = abandon(target.get(), session, watch, accepted);
                }
            }
            session.reset();
            return new Result(
                    abandoned,
                    losses,
                    StateComparison.read(settings.history(), migrations, session.connection()),
                    verified);
        }
    }

    private VerifyResult abandon(AbandonTarget target, Session session, StatementMonitor watch, Set<String> accepted)
            throws SQLException {
        MigrationName name = target.migration().name();
        ReversalRunner runner = new ReversalRunner(target.migration(), session, watch, settings, events);
        String previous = "";
        Reversal reversal = plan(target, session, accepted);
        HistoryTable.create(settings.history(), session, true, settings.stepLockTimeout(), settings.retryFor());
        for (int plan = 0;
                plan < PLANS && !reversal.text().isEmpty() && !reversal.text().equals(previous);
                plan++) {
            boolean done = runner.run(reversal);
            previous = done ? reversal.text() : "";
            reversal = plan(target, session, accepted);
        }
        if (!reversal.text().isEmpty()) {
            throw AbandonFaults.unfinished(name, reversal.text()).exception();
        }
        session.reset();
        AcceptedLeftovers leftovers =
                AcceptedLeftovers.of(LeftoverNotes.read(settings.history(), session.connection()), reviewed);
        VerifyResult verified = Verification.verify(session.connection(), reversal.target(), leftovers, false);
        abandoned = Optional.of(name);
        HistoryWriter.deleteAbandoned(settings.history(), session.connection(), name);
        return verified;
    }

    private Reversal plan(AbandonTarget target, Session session, Set<String> accepted) throws SQLException {
        session.reset();
        Reversal reversal = ReversalPlanner.plan(session.connection(), target.half(), accepted);
        AbandonFaults.requireAcceptance(target.migration().name(), reversal.losses(), accepted);
        reversal.losses().stream().filter(loss -> !losses.contains(loss)).forEach(losses::add);
        return reversal;
    }
}
