package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.internal.catalog.CatalogReader;
import dev.tenon.runtime.internal.catalog.LiveSchema;
import dev.tenon.runtime.internal.catalog.RollbackTransaction;
import dev.tenon.runtime.internal.catalog.Unmodelled;
import dev.tenon.runtime.internal.catalog.UnmodelledRepair;
import dev.tenon.runtime.internal.catalog.UnmodelledRepair.RepairPhase;
import dev.tenon.runtime.internal.catalog.canonical.TableCanonicalizer;
import dev.tenon.runtime.internal.effect.EffectRegistry;
import dev.tenon.runtime.migrate.Loss;
import dev.tenon.runtime.verify.Correction;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.StepMode;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.SchemaDiff;
import dev.tenon.schema.internal.diff.rename.DeclaredRenames;
import dev.tenon.schema.internal.hazard.HazardCheck;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.plan.PlanSimulator;
import dev.tenon.schema.internal.plan.PlannedChanges;
import dev.tenon.schema.internal.plan.Planner;
import dev.tenon.schema.internal.plan.StoredResults;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plans the way back from a live database to the schema before a half-applied migration: like a migration, from what the
 * catalogs show, with the renames of the migration as renames back.
 */
public final class ReversalPlanner {

    private final Connection connection;
    private final HalfAppliedMigration migration;
    private final LossGuards guards;
    private final List<ReversalStep> steps = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();

    private ReversalPlanner(Connection connection, HalfAppliedMigration migration, Set<String> accepted) {
        this.connection = connection;
        this.migration = migration;
        this.guards = new LossGuards(accepted);
    }

    /**
     * Reads the catalogs and plans. Changes nothing.
     *
     * @param connection a connection that is in no transaction; it is left as it was
     * @param accepted the acceptance tokens; what they accept is dropped without asking again for rows
     * @throws SQLException as the database reports it
     * @throws dev.tenon.runtime.fault.FaultException if the server is a standby, or the role may not create temporary
     * tables
     */
    public static Reversal plan(Connection connection, HalfAppliedMigration migration, Set<String> accepted)
            throws SQLException {
        TableCanonicalizer.requireTemporaryTables(connection);
        return RollbackTransaction.run(connection, () -> {
            try (java.sql.Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ WRITE");
            }
            return new ReversalPlanner(connection, migration, accepted).plan();
        });
    }

    private Reversal plan() throws SQLException {
        Schema before = migration.before();
        Schema after = migration.after();
        LiveSchema live = CatalogReader.readInTransaction(connection, ReversalScope.catalogs(before, after));
        CommittedRenames renames = CommittedRenames.of(migration, live.schema());
        // Canonical forms are obtained under the names that the database has now.
        Schema named = renames.applied(before, live.schema());
        ReversalScope scope = new ReversalScope(named, after);
        List<SqlObject> objects = scope.objects();
        ComparedSchemas compared = ComparedSchemas.read(connection, live, named.withObjects(objects));
        Schema canonical = compared.expected()
                .withObjects(compared.expected().objects().stream()
                        .filter(object -> named.object(object.name()).isPresent())
                        .toList());
        Schema found = withRenewedObjects(compared.found(), scope, live, renames);
        Schema owned = scope.owned(found);
        DriftDetector drift =
                DriftDetector.between(live, owned, canonical, compared.unprintable(), compared.strangers(), false);
        UnmodelledRepairs remedies = new UnmodelledRepairs(
                drift.unmodelled().stream()
                        .filter(ReversalPlanner::isOfMigration)
                        .toList(),
                canonical);
        LeftoverDrops behind = new LeftoverDrops(found, owned, canonical, after);
        complete();
        leftovers(behind, remedies);
        CommittedRenames.begun(migration, live.schema())
                .exchanged()
                .forEach(each -> losses.add(new Loss(
                        each.toString(),
                        each + " exchanged its name with another one; rename them back by hand, and delete the rows of"
                                + " these steps from tenon.history",
                        Optional.empty())));
        MigrationHints names = renames.back();
        Schema goal = DeclaredRenames.between(canonical, before, names).renamed();
        MembersMovedAside aside = new MembersMovedAside(canonical, behind.left());
        if (!aside.statements().isEmpty()) {
            steps.add(new ReversalStep(StepMode.TRANSACTION, aside.statements()));
        }
        return back(scope.withoutForeign(aside.left()), goal, renames, found, remedies);
    }

    /** Whether a migration that stopped may have caused the difference; others are left alone. */
    private static boolean isOfMigration(Unmodelled fact) {
        return fact.at().kind() == ObjectPath.Kind.PARTITION
                || (fact.remedy() instanceof UnmodelledRepair.Statements run
                        && run.caution().equals(MigrationLeftovers.CAUTION));
    }

    /** Adds the objects that exist only as the migration declares them, such as a trigger of a renamed table. */
    private Schema withRenewedObjects(Schema found, ReversalScope scope, LiveSchema live, CommittedRenames renames)
            throws SQLException {
        List<SqlObject> missing = scope.renewed().stream()
                .filter(object -> found.object(object.name()).isEmpty())
                .toList();
        List<SqlObject> all = new ArrayList<>(found.objects());
        all.addAll(ComparedObjects.live(connection, missing, live).found());
        all.addAll(ofRenamedTables(all, live, renames));
        return found.withObjects(all);
    }

    /** Finds objects that are as before, except that their table has another name until it is renamed back. */
    private List<SqlObject> ofRenamedTables(List<SqlObject> known, LiveSchema live, CommittedRenames renames)
            throws SQLException {
        List<SqlObject> same = new ArrayList<>();
        for (SqlObject object : migration.before().objects()) {
            SqlObject renamed = object.withCreate(renames.inText(object.create()));
            boolean missing = known.stream().noneMatch(each -> each.name().equals(object.name()));
            if (missing && !renamed.equals(object)) {
                List<SqlObject> there =
                        ComparedObjects.live(connection, List.of(renamed), live).found();
                same.addAll(there.contains(renamed) ? List.of(object) : List.of());
            }
        }
        return same;
    }

    /** Completes statements outside a transaction that were interrupted and cannot be reverted before. */
    private void complete() throws SQLException {
        for (String begun : migration.begun()) {
            EffectRegistry.of(begun)
                    .completion(connection)
                    .forEach(sql -> steps.add(new ReversalStep(StepMode.NO_TRANSACTION, List.of(sql))));
        }
    }

    /**
     * Drops what only an unfinished migration needs. Checks of a shadow column go together with the trigger that fills
     * it, because without the trigger they would reject writes.
     */
    private void leftovers(LeftoverDrops behind, UnmodelledRepairs remedies) {
        together(behind.references());
        List<Correction> rest = new ArrayList<>();
        for (RepairPhase turn : List.of(RepairPhase.OWNERS, RepairPhase.OBSTACLES, RepairPhase.REPAIRS)) {
            rest.addAll(remedies.at(turn));
        }
        rest.addAll(behind.withoutReferences());
        rest.stream().filter(ReversalPlanner::isConcurrent).forEach(this::alone);
        together(rest.stream().filter(each -> !isConcurrent(each)).toList());
    }

    private static boolean isConcurrent(Correction correction) {
        return correction.sql().contains(" CONCURRENTLY ");
    }

    private void together(List<Correction> corrections) {
        List<String> statements = corrections.stream()
                .map(Correction::sql)
                .filter(sql -> !sql.isEmpty())
                .toList();
        if (!statements.isEmpty()) {
            steps.add(new ReversalStep(StepMode.TRANSACTION, statements));
        }
    }

    private void alone(Correction correction) {
        if (!correction.sql().isEmpty()) {
            steps.add(new ReversalStep(
                    isConcurrent(correction) ? StepMode.NO_TRANSACTION : StepMode.TRANSACTION,
                    List.of(correction.sql())));
        }
    }

    private Reversal back(Schema live, Schema goal, CommittedRenames renames, Schema found, UnmodelledRepairs remedies)
            throws SQLException {
        RowProbe rows = new RowProbe(connection);
        ReversalLosses lost = new ReversalLosses(migration, renames, rows, guards);
        lost.ofStatements();
        DisplacingObjects displacing = new DisplacingObjects(live, renames);
        displacing.addTo(lost, live);
        List<String> displaced = displacing.statements(live, guards);
        if (!displaced.isEmpty()) {
            steps.add(new ReversalStep(StepMode.TRANSACTION, displaced));
        }
        ReturnedPartitionRows returned = ReturnedPartitionRows.of(migration, renames, displacing.left(), rows, lost);
        returned.transactions().forEach(each -> steps.add(new ReversalStep(StepMode.TRANSACTION, each)));
        Schema left = returned.left();
        DeclaredRenames names = DeclaredRenames.between(left, goal, renames.back());
        Schema expected = KeptLabels.in(names.renamed(), goal, lost);
        PartitionReattachment partitions = PartitionReattachment.of(found, names.renamed(), expected);
        Schema start = ForcedRecreation.of(partitions.done(), remedies.recreated());
        ReversalValues values = new ReversalValues(rows, renames, expected);
        values.read(SchemaDiff.between(start, expected));
        MigrationHints hints = values.hints(renames.back());
        PrerequisiteDrops dropped = new PrerequisiteDrops(start, expected, hints, remedies.recreated());
        PlanContext context = new PlanContext(dropped.left(), expected, hints, names.changes());
        List<Change> changes = new ArrayList<>(names.changes());
        changes.addAll(SchemaDiff.between(dropped.left(), expected));
        lost.ofChanges(changes);
        lost.ofFindings(HazardCheck.check(changes, context, Set.of()), left);
        losses.addAll(lost.losses());
        losses.addAll(values.losses());
        partitions.first().forEach(this::alone);
        dropped.statements().forEach(this::alone);
        if (losses.stream().allMatch(loss -> loss.acceptance().isPresent())) {
            addPlan(PlannedChanges.of(StoredResults.with(changes, context, Set.of()), context));
        }
        partitions.last().forEach(this::alone);
        remedies.at(RepairPhase.LAST).forEach(this::alone);
        return new Reversal(steps, losses, KeptLabels.added(migration.before(), expected));
    }

    /** Adds the plan of the changes, if it is possible. */
    private void addPlan(PlannedChanges planned) {
        List<Step> plan = Planner.plan(planned.changes(), planned.context());
        List<PlanSimulator.Problem> problems = PlanSimulator.problems(plan, planned.context());
        if (problems.isEmpty()) {
            plan.forEach(step -> steps.add(new ReversalStep(step.mode(), guarded(step))));
        } else {
            losses.add(ReversalLosses.impossible(migration.name(), problems.get(0)));
        }
    }

    private List<String> guarded(Step step) {
        List<String> statements = new ArrayList<>();
        for (Statement statement : step.statements()) {
            statements.addAll(guards.before(statement));
            statements.add(statement.sql());
        }
        return statements;
    }
}
