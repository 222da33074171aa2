package dev.tenon.runtime.internal.migrate;

import dev.tenon.runtime.internal.history.DirectoryStatus;
import dev.tenon.runtime.internal.history.HistoryReader;
import dev.tenon.runtime.internal.history.HistoryRow;
import dev.tenon.runtime.internal.history.HistoryTable;
import dev.tenon.runtime.internal.history.HistoryWriter;
import dev.tenon.runtime.internal.history.StateComparison;
import dev.tenon.runtime.internal.history.StepChecksumCache;
import dev.tenon.runtime.internal.lock.Backoff;
import dev.tenon.runtime.internal.lock.HeldLock;
import dev.tenon.runtime.internal.preflight.StatementPreflight;
import dev.tenon.runtime.internal.session.ConnectionFaults;
import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.internal.session.Sessions;
import dev.tenon.runtime.internal.session.SqlStates;
import dev.tenon.runtime.internal.step.InDoubtCommitException;
import dev.tenon.runtime.internal.step.InDoubtCommits;
import dev.tenon.runtime.internal.step.MigratorSettings;
import dev.tenon.runtime.internal.step.StatementMonitor;
import dev.tenon.runtime.internal.step.StepReads;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.runtime.migrate.PreviewedStep;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.migrations.file.Migration;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Migrates one database. After any interruption, the next run, in this process or another, continues after the last
 * committed step.
 */
public final class Migrator {

    private final Sessions sessions;
    private final MigratorSettings settings;
    private final HistoryWriter history;
    private final StepChecksumCache outlines = new StepChecksumCache();
    private final Consumer<MigrationEvent> events;
    private final Set<MigrationName> applied = new LinkedHashSet<>();
    private @Nullable MigrationState before;
    private @Nullable InDoubtCommitException unknown;
    private boolean connected;
    private boolean progressed;

    /**
     * Creates a migrator for one run.
     *
     * @param sessions opens the connections
     * @param settings timeouts
     * @param version the version of Tenon, for the history
     * @param events receives the events
     */
    public Migrator(Sessions sessions, MigratorSettings settings, String version, Consumer<MigrationEvent> events) {
        this.sessions = sessions;
        this.settings = settings;
        this.history = new HistoryWriter(settings.history(), version);
        this.events = event -> {
            progressed |= isProgress(event);
            events.accept(event);
        };
    }

    /** After each committed step or batch, reconnecting has the whole time again. */
    private static boolean isProgress(MigrationEvent event) {
        return event instanceof MigrationEvent.BatchDone
                || event instanceof MigrationEvent.StepDone
                || event instanceof MigrationEvent.StepUndone;
    }

    /** An action under the lock after all migrations are applied. */
    public interface FinalAction<T> {
        T run(Connection connection) throws SQLException;
    }

    /**
     * Applies pending migrations.
     *
     * @param migrations the migrations of the directory, by number
     * @param target the schema after the newest
     * @param finalAction the last action
     * @throws dev.tenon.runtime.fault.FaultException if it fails
     * @throws dev.tenon.schema.internal.migrations.file.MigrationDirectoryException if a migration's file cannot be
     *     read
     */
    public <T> MigrationOutcome<T> migrate(List<Migration> migrations, Schema target, FinalAction<T> finalAction) {
        Backoff backoff = backoff();
        while (true) {
            try {
                return attempt(migrations, target, finalAction);
            } catch (SQLException error) {
                backoff = progressed ? backoff() : backoff;
                progressed = false;
                awaitRetry(error, backoff);
            }
        }
    }

    private Backoff backoff() {
        return new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5), settings.retryFor());
    }

    /** Pauses before the next attempt; throws if a retry cannot help. */
    private void awaitRetry(SQLException error, Backoff backoff) {
        if (!connected && !SqlStates.isServerBusy(error)) {
            throw ConnectionFaults.notOpened(error).exception(error);
        }
        if (!SqlStates.isConnectionLoss(error)) {
            throw ConnectionFaults.unexpected(error).exception(error);
        }
        if (backoff.isOver()) {
            throw ConnectionFaults.lost(error).exception(error);
        }
        if (error instanceof InDoubtCommitException commit) {
            unknown = commit;
        }
        events.accept(new MigrationEvent.ConnectionLost(SqlStates.message(error)));
        backoff.pause();
    }

    private <T> MigrationOutcome<T> attempt(List<Migration> migrations, Schema target, FinalAction<T> finalAction)
            throws SQLException {
        Session first = sessions.open();
        connected = true;
        MigratorLocks locks = new MigratorLocks(settings, events);
        try (HeldLock lead = locks.lead(first, TrustedCreators.required(target));
                HeldLock work = locks.work(sessions.open())) {
            StepReads.forced(work.session(), settings, events).restore();
            MigrationState state = read(migrations, lead.session());
            MigrationState found = before;
            if (found == null) {
                found = state;
                before = state;
                events.accept(new MigrationEvent.StateRead(state));
            }
            Preflight.state(state, settings.outOfOrder());
            if (state.pending() > 0) {
                try (StatementMonitor watch = new StatementMonitor(work, lead.session(), events)) {
                    apply(migrations, state, target, work.session(), watch);
                }
                state = read(migrations, work.session());
            }
            events.accept(new MigrationEvent.StateRead(state));
            work.session().reset();
            T result = finalAction.run(work.session().connection());
            return new MigrationOutcome<>(found, state, new ArrayList<>(applied), result);
        }
    }

    private MigrationState read(List<Migration> migrations, Session session) throws SQLException {
        List<HistoryRow> rows = HistoryReader.read(settings.history(), session.connection());
        InDoubtCommitException commit = unknown;
        if (commit != null) {
            InDoubtCommits.resolve(commit, rows, session.connection(), events);
            unknown = null;
        }
        return StateComparison.compare(migrations, rows, outlines, outlines);
    }

    /** Returns the steps that {@link #migrate} would run. */
    public static List<PreviewedStep> preview(
            List<Migration> migrations,
            MigrationState state,
            Schema target,
            MigratorSettings settings,
            Connection connection)
            throws SQLException {
        Preflight.server(connection, settings.pooledSessions());
        TrustCheck.run(settings.history(), connection, TrustedCreators.required(target), event -> {});
        Preflight.state(state, settings.outOfOrder());
        if (state.pending() > 0) {
            Preflight.privileges(settings.history(), connection, target, migrations, state);
        }
        List<PreviewedStep> steps = new ArrayList<>();
        PendingSteps.read(
                migrations,
                state,
                (migration, id, reading) -> steps.add(new PreviewedStep(id, reading.mode(), reading.texts())));
        return steps;
    }

    private void apply(
            List<Migration> migrations, MigrationState state, Schema target, Session session, StatementMonitor watch)
            throws SQLException {
        Preflight.privileges(settings.history(), session.connection(), target, migrations, state);
        StatementPreflight preflight = new StatementPreflight(session, events);
        boolean undoing =
                state.migrations().stream().anyMatch(status -> !status.toUndo().isEmpty());
        if (!undoing) {
            preflight.check(reader -> PendingSteps.read(migrations, state, reader::read));
        }
        HistoryTable.create(settings.history(), session, false, settings.stepLockTimeout(), settings.retryFor());
        MigrationRunner runner = new MigrationRunner(history, outlines, settings, watch, events);
        int pending = state.pending();
        for (DirectoryStatus each : DirectoryStatus.pending(migrations, state)) {
            Migration next = each.migration();
            pending--;
            if (pending + 1 < state.pending() && preflight.isUnchecked(next.name())) {
                preflight.check(reader -> PendingSteps.read(next, each.status(), reader::read));
            }
            runner.run(next, each.status(), pending == 0, session);
            applied.add(next.name());
        }
        session.reset();
    }
}
