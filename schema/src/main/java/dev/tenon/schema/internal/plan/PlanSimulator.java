package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Partition;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.StepMode;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.diff.ConstraintChange;
import dev.tenon.schema.internal.diff.EnumChange;
import dev.tenon.schema.internal.diff.IndexChange;
import dev.tenon.schema.internal.diff.SequenceChange;
import dev.tenon.schema.internal.diff.SqlObjectChange;
import dev.tenon.schema.internal.diff.TableChange;
import dev.tenon.schema.internal.diff.ViewChange;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.Step;
import dev.tenon.schema.internal.simulation.CatalogComparison;
import dev.tenon.schema.internal.simulation.CatalogEffect;
import dev.tenon.schema.internal.simulation.CatalogGuarantees;
import dev.tenon.schema.internal.simulation.CatalogName;
import dev.tenon.schema.internal.simulation.CatalogTransition;
import dev.tenon.schema.internal.simulation.RefusedEffectException;
import dev.tenon.schema.internal.simulation.SchemaDefinitions;
import dev.tenon.schema.internal.simulation.SimulatedCatalog;
import dev.tenon.schema.internal.simulation.SimulationScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs a plan on simulated catalogs before it is written: every statement must be possible, after every step all
 * guarantees that both schemas have must hold, and the result must be the new schema.
 */
public final class PlanSimulator {

    private final PlanContext context;
    private final List<Problem> problems = new ArrayList<>();

    private PlanSimulator(PlanContext context) {
        this.context = context;
    }

    /**
     * Why a plan is impossible.
     *
     * @param step the number of the step, from 1; 0 for the result
     * @param statement the statement that the server would refuse
     * @param reason the reason, as a clause
     */
    public record Problem(int step, Optional<Statement> statement, String reason) {}

    /** The problems of a plan; none if it is possible. */
    public static List<Problem> problems(List<Step> steps, PlanContext context) {
        return problems(steps, context, true);
    }

    /**
     * The problems of a plan; none if it is possible.
     *
     * @param narrow whether what the plan does not concern is left out, which makes no difference to the problems
     */
    public static List<Problem> problems(List<Step> steps, PlanContext context, boolean narrow) {
        PlanSimulator simulator = new PlanSimulator(context);
        try {
            simulator.run(steps, narrow);
        } catch (RefusedEffectException broken) {
            simulator.problems.add(new Problem(0, Optional.empty(), String.valueOf(broken.getMessage())));
        }
        return List.copyOf(simulator.problems);
    }

    private void run(List<Step> steps, boolean narrow) throws RefusedEffectException {
        List<CatalogEffect.Rename> renames = new ArrayList<>();
        context.renames().forEach(change -> renames.addAll(renames(change)));
        Schema before = context.before();
        Schema after = withForeignPartitions(context.after());
        if (narrow) {
            SimulationScope scope = SimulationScope.of(before, after, effects(steps, renames));
            before = scope.of(before);
            after = scope.of(after);
        }
        CatalogTransition transition = new CatalogTransition(
                SchemaDefinitions.all(before),
                SchemaDefinitions.objects(before),
                SchemaDefinitions.all(after),
                SchemaDefinitions.objects(after));
        SimulatedCatalog target = transition.after();
        SimulatedCatalog catalog = transition.before(renames);
        catalog.expect(target, effects(steps, renames));
        CatalogGuarantees guarantees = transition.guarantees();
        for (int number = 1; number <= steps.size(); number++) {
            Step step = steps.get(number - 1);
            for (Statement statement : step.statements()) {
                if (!possible(catalog, number, step, statement)) {
                    return;
                }
            }
            int at = number;
            guarantees
                    .missing(catalog, catalog.takeTouched())
                    .forEach(missing ->
                            problems.add(new Problem(at, Optional.empty(), "after it, " + missing + " is missing")));
        }
        CatalogComparison.differences(catalog, target)
                .forEach(difference -> problems.add(new Problem(0, Optional.empty(), difference)));
    }

    private static List<CatalogEffect> effects(List<Step> steps, List<CatalogEffect.Rename> renames) {
        List<CatalogEffect> effects = new ArrayList<>(renames);
        for (Step step : steps) {
            step.statements()
                    .forEach(statement -> effects.addAll(statement.ddl().effects()));
        }
        return effects;
    }

    /** The schema with the partitions that others manage, which migrations leave alone. */
    private Schema withForeignPartitions(Schema schema) {
        boolean none = schema.tables().stream()
                .noneMatch(table -> table.partitioning()
                        .filter(Partitioning::managedExternally)
                        .isPresent());
        return none ? schema : withPartitionsBefore(schema);
    }

    private Schema withPartitionsBefore(Schema schema) {
        return schema.withTables(schema.tables().stream()
                .map(table -> isManagedExternally(table.name())
                                && context.before().table(table.name()).isPresent()
                        ? table.withPartitioning(table.partitioning()
                                .map(how -> how.withPartitions(context.before()
                                        .table(table.name())
                                        .map(Table::partitions)
                                        .orElse(List.of()))))
                        : table)
                .toList());
    }

    private boolean isManagedExternally(QualifiedName table) {
        return context.after()
                .table(table)
                .flatMap(Table::partitioning)
                .filter(Partitioning::managedExternally)
                .isPresent();
    }

    private boolean possible(SimulatedCatalog catalog, int number, Step step, Statement statement) {
        if (step.mode() == StepMode.TRANSACTION && statement.mode() != StepMode.TRANSACTION) {
            problems.add(new Problem(number, Optional.of(statement), "it cannot run inside a transaction"));
            return false;
        }
        try {
            for (CatalogEffect effect : statement.ddl().effects()) {
                catalog.apply(effect);
            }
            return true;
        } catch (RefusedEffectException refused) {
            problems.add(new Problem(number, Optional.of(statement), String.valueOf(refused.getMessage())));
            return false;
        }
    }

    private static CatalogEffect.Rename relation(QualifiedName in, String before, String after) {
        return new CatalogEffect.Rename(
                CatalogName.relation(in.withName(before)), CatalogName.relation(in.withName(after)));
    }

    private List<CatalogEffect.Rename> renames(Change change) {
        if (change instanceof TableChange.Rename table) {
            List<CatalogEffect.Rename> renames = new ArrayList<>(List.of(new CatalogEffect.Rename(
                    CatalogName.relation(table.before()), CatalogName.relation(table.after()))));
            if (!table.before().schema().equals(table.after().schema())) {
                for (Partition partition : context.before(table.after()).partitions()) {
                    QualifiedName own = table.after().withName(partition.name());
                    renames.add(new CatalogEffect.Rename(
                            CatalogName.relation(
                                    new QualifiedName(table.before().schema(), partition.name())),
                            CatalogName.relation(own)));
                }
            }
            return renames;
        }
        if (change instanceof EnumChange.Rename type) {
            return List.of(new CatalogEffect.Rename(CatalogName.type(type.before()), CatalogName.type(type.after())));
        }
        if (change instanceof SqlObjectChange.Rename routine) {
            return List.of(new CatalogEffect.Rename(
                    SchemaDefinitions.object(routine.before()).name(),
                    SchemaDefinitions.object(routine.after()).name()));
        }
        if (change instanceof ViewChange.Rename view) {
            return List.of(new CatalogEffect.Rename(
                    CatalogName.relation(view.view().name()), CatalogName.relation(view.after())));
        }
        if (change instanceof IndexChange.Rename index) {
            return List.of(relation(index.table(), index.before(), index.after()));
        }
        if (change instanceof ConstraintChange.Rename constraint) {
            return List.of(new CatalogEffect.Rename(
                    CatalogName.constraint(constraint.table(), constraint.before()),
                    CatalogName.constraint(constraint.table(), constraint.after())));
        }
        if (change instanceof SequenceChange.Rename sequence) {
            return List.of(relation(
                    sequence.before(),
                    sequence.before().name(),
                    sequence.after().name()));
        }
        if (change instanceof ColumnChange.Rename column) {
            return List.of(new CatalogEffect.Rename(
                    CatalogName.column(column.table(), column.before()),
                    CatalogName.column(column.table(), column.after())));
        }
        if (change instanceof EnumChange.RenameLabel label) {
            return List.of(new CatalogEffect.Rename(
                    CatalogName.label(label.type(), label.before()), CatalogName.label(label.type(), label.after())));
        }
        throw new IllegalArgumentException("no rename: " + change);
    }
}
