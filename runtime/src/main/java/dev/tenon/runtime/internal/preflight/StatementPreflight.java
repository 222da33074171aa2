package dev.tenon.runtime.internal.preflight;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.internal.catalog.RollbackTransaction;
import dev.tenon.runtime.internal.effect.EffectQuery;
import dev.tenon.runtime.internal.history.StepStatements;
import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.runtime.migrate.StepId;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.StepMode;
import dev.tenon.schema.internal.migrations.file.Migration;
import dev.tenon.schema.internal.sql.parse.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Holds pending statements against the live database before the first step, so that a run that cannot succeed changes
 * nothing. Whatever it creates is temporary or rolled back; it takes only ACCESS SHARE on tables and writes no rows.
 */
public final class StatementPreflight {

    private static final int MOST = 3;

    private static final String MAY_CREATE_TEMPORARY =
            "SELECT 'yes' WHERE pg_catalog.has_database_privilege(pg_catalog.current_database(), 'TEMPORARY')";

    private final Session session;
    private final Consumer<MigrationEvent> events;
    private final Set<StepId> reported = new HashSet<>();
    private Set<MigrationName> unchecked = Set.of();
    private RowVisibility visibility = new RowVisibility();

    public StatementPreflight(Session session, Consumer<MigrationEvent> events) {
        this.session = session;
        this.events = events;
    }

    /** Reads pending steps in order. */
    public interface Steps {
        void read(StepReader reader) throws SQLException;
    }

    /** Receives a pending step. */
    public interface StepReader {
        void read(Migration migration, StepId id, StepStatements statements) throws SQLException;
    }

    /** Whether statements of the migration depended on earlier migrations when they were to be checked. */
    public boolean isUnchecked(MigrationName migration) {
        return unchecked.contains(migration);
    }

    /**
     * Checks the statements.
     *
     * @throws dev.tenon.runtime.fault.FaultException if one of them would fail after the first commit
     * @throws SQLException if the connection is lost
     */
    public void check(Steps steps) throws SQLException {
        // A former migration may have left its search path and other settings.
        session.reset();
        session.touch();
        visibility = new RowVisibility();
        Connection connection = session.connection();
        List<RowTrial> later = new ArrayList<>();
        DefaultPartitionCheck moves = new DefaultPartitionCheck();
        List<Fault> faults = RollbackTransaction.run(connection, () -> inTransaction(steps, later, moves));
        faults.addAll(moves.faults(connection));
        run(later, new RowTrialRunner(new ReadOnlyQuery(connection), visibility), faults);
        session.reset();
        if (!visibility.notTried().isEmpty()) {
            events.accept(new MigrationEvent.RowsNotTried(List.copyOf(visibility.notTried())));
        }
        if (!faults.isEmpty()) {
            throw Fault.joined(faults.subList(0, Math.min(MOST, faults.size()))).exception();
        }
    }

    /** Checks what needs no rows. Adds the trials that need nothing of this transaction to {@code later}. */
    private List<Fault> inTransaction(Steps steps, List<RowTrial> later, DefaultPartitionCheck moves)
            throws SQLException {
        TrialTransaction transaction = new TrialTransaction(session.connection());
        transaction.disableEventTriggers();
        ExpressionCheck expressions = new ExpressionCheck(transaction);
        ReplicaIdentityCheck identities = new ReplicaIdentityCheck();
        RowTriggerSearch triggers = new RowTriggerSearch();
        RowSecurityCheck security = new RowSecurityCheck();
        TenantTriggerCheck tenants = new TenantTriggerCheck();
        read(steps, (next, mode) -> {
            StatementShape shape = StatementShapeParser.parse(next.text());
            identities.accept(next, shape);
            triggers.accept(next, shape, mode);
            moves.accept(next, shape);
            security.accept(next);
            tenants.accept(next, shape);
            expressions.accept(next, shape);
        });
        report(expressions, transaction);
        for (MigrationEvent.TriggersFire event : triggers.events(transaction.connection())) {
            if (reported.add(event.step())) {
                events.accept(event);
            }
        }
        List<Fault> faults = new ArrayList<>(identities.faults(transaction.connection()));
        faults.addAll(security.faults(transaction.connection()));
        faults.addAll(tenants.faults(transaction.connection()));
        faults.addAll(expressions.faults());
        List<RowTrial> trials = withoutEffects(expressions.trials(), triggers.tables());
        List<RowTrial> now = trials.stream().filter(RowTrial::needsPending).toList();
        if (!now.isEmpty() && faults.isEmpty()) {
            transaction.readOnly();
            run(now, new RowTrialRunner(transaction, visibility), faults);
        }
        trials.stream().filter(trial -> !trial.needsPending()).forEach(later::add);
        return faults;
    }

    /** Receives a statement. */
    private interface StatementReader {
        void read(PendingStatement statement, StepMode mode) throws SQLException;
    }

    private static void read(Steps steps, StatementReader reader) throws SQLException {
        Set<StepId> before = new HashSet<>();
        steps.read((migration, id, statements) -> {
            boolean first = before.isEmpty() && statements.mode() == StepMode.TRANSACTION;
            before.add(id);
            for (SqlStatement next = statements.next(); next != null; next = statements.next()) {
                reader.read(new PendingStatement(migration, id, first, next), statements.mode());
            }
        });
    }

    private void report(ExpressionCheck expressions, TrialTransaction transaction) throws SQLException {
        unchecked = expressions.skippedIn();
        if (expressions.checked() + expressions.skipped() > 0) {
            boolean temporary = expressions.skipped() == 0
                    || !EffectQuery.column(transaction.connection(), MAY_CREATE_TEMPORARY)
                            .isEmpty();
            events.accept(
                    new MigrationEvent.ExpressionsChecked(expressions.checked(), expressions.skipped(), temporary));
        }
    }

    /** Of a table with triggers, which may change any row and value, only the first fill sees the values of now. */
    private static List<RowTrial> withoutEffects(List<RowTrial> trials, Set<QualifiedName> triggered) {
        Set<QualifiedName> filled = new HashSet<>();
        List<RowTrial> result = new ArrayList<>();
        for (RowTrial trial : trials) {
            boolean isFirst = filled.add(trial.table());
            if (!triggered.contains(trial.table())) {
                result.add(trial);
            } else if (isFirst) {
                result.add(trial.withRequired(false));
            }
        }
        return result;
    }

    private static void run(List<RowTrial> trials, RowTrialRunner runner, List<Fault> faults) throws SQLException {
        for (RowTrial trial : trials) {
            if (faults.isEmpty()) {
                runner.run(trial).ifPresent(faults::add);
            }
        }
    }
}
