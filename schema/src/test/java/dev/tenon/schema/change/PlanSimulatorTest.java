package dev.tenon.schema.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.diff.ConstraintChange;
import dev.tenon.schema.internal.diff.rename.DeclaredRenames;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.plan.PlanSimulator;
import dev.tenon.schema.internal.plan.PlannedChanges;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.Step;
import dev.tenon.schema.internal.simulation.CatalogEffect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The simulation accepts the plan of every kind of change, and notices whatever is missing from it. */
class PlanSimulatorTest {

    static final Iterable<ChangeCase> CASES = ChangeCases.all().stream()
            .filter(change -> !change.draft().steps().isEmpty())
            .toList();

    @ParameterizedTest
    @FieldSource("CASES")
    void thePlanIsPossible(ChangeCase change) {
        MigrationDraft draft = change.draft();
        assertThat(PlanSimulator.problems(draft.steps(), context(change, draft)))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void aPlanWithoutOneOfItsStatementsIsNotPossible(ChangeCase change) {
        MigrationDraft draft = change.draft();
        PlanContext context = context(change, draft);
        for (int at = 0; at < draft.steps().size(); at++) {
            Step step = draft.steps().get(at);
            for (Statement statement : step.statements()) {
                if (!isDispensable(statement, change)) {
                    assertThat(PlanSimulator.problems(without(draft.steps(), at, statement), context))
                            .as("without %s", statement.sql())
                            .isNotEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void nothingIsCreatedTwice(ChangeCase change) {
        MigrationDraft draft = change.draft();
        PlanContext context = context(change, draft);
        for (int at = 0; at < draft.steps().size(); at++) {
            for (Statement statement : draft.steps().get(at).statements()) {
                boolean creates = statement.ddl().effects().stream().anyMatch(CatalogEffect.Create.class::isInstance);
                if (creates) {
                    assertThat(PlanSimulator.problems(twice(draft.steps(), at, statement), context))
                            .as("twice %s", statement.sql())
                            .anyMatch(problem -> problem.statement().filter(statement::equals).isPresent());
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void leavingOutWhatAPlanDoesNotConcernMakesNoDifference(ChangeCase change) {
        MigrationDraft draft = change.draft();
        PlanContext given = context(change, draft);
        PlanContext context = new PlanContext(
                withBystanders(given.before()), withBystanders(given.after()), given.hints(), given.renames());
        assertThat(PlanSimulator.problems(draft.steps(), context, true))
                .isEqualTo(PlanSimulator.problems(draft.steps(), context, false));
        for (int at = 0; at < draft.steps().size(); at++) {
            for (Statement statement : draft.steps().get(at).statements()) {
                List<Step> broken = without(draft.steps(), at, statement);
                assertThat(PlanSimulator.problems(broken, context, true))
                        .as("without %s", statement.sql())
                        .isEqualTo(PlanSimulator.problems(broken, context, false));
            }
        }
    }

    private static List<Step> twice(List<Step> steps, int at, Statement statement) {
        List<Step> all = new ArrayList<>(steps);
        all.add(at + 1, new Step(statement.mode(), List.of(statement)));
        return all;
    }

    /** Adds objects that depend on each other alone. */
    private static Schema withBystanders(Schema schema) {
        QualifiedName name = QualifiedName.parse("bystander");
        Table bystander = Table.of(
                        name,
                        List.of(
                                Column.of("id", ColumnType.builtin("uuid")),
                                Column.of("other", ColumnType.builtin("uuid")).withNullable(true)))
                .withConstraints(List.of(
                        new Constraint.PrimaryKey("bystander_pkey", List.of("id")),
                        Constraint.ForeignKey.of("bystander_other_fkey", List.of("other"), name, List.of("id")),
                        new Constraint.Check("bystander_check", "plan_is(id)", true)));
        List<Table> tables = new ArrayList<>(schema.tables());
        tables.add(bystander);
        List<View> views = new ArrayList<>(schema.views());
        views.add(View.of(QualifiedName.parse("bystanders"), List.of("id"), "SELECT id FROM bystander"));
        return schema.withTables(tables).withViews(views);
    }

    /**
     * Statements about rows change no catalog, validation of a temporary check has no lasting effect, and a partition
     * can be dropped while it is attached.
     */
    private static boolean isDispensable(Statement statement, ChangeCase change) {
        return statement.ddl().effects().stream()
                        .allMatch(effect -> effect instanceof CatalogEffect.Use
                                || effect instanceof CatalogEffect.MoveRows
                                || effect instanceof CatalogEffect.Evaluate
                                || effect instanceof CatalogEffect.Detach)
                || statement.sql().contains("VALIDATE CONSTRAINT")
                || isPartOfDroppedTable(statement, change);
    }

    /** The foreign keys of a dropped table would go with it; they are dropped first to lock one table at a time. */
    private static boolean isPartOfDroppedTable(Statement statement, ChangeCase change) {
        return statement.change() instanceof ConstraintChange.Drop drop
                && change.after().table(drop.table()).isEmpty();
    }

    private static List<Step> without(List<Step> steps, int at, Statement statement) {
        List<Step> all = new ArrayList<>(steps);
        List<Statement> left = new ArrayList<>(steps.get(at).statements());
        left.removeAll(Collections.singleton(statement));
        if (left.isEmpty()) {
            all.remove(at);
        } else {
            all.set(at, new Step(steps.get(at).mode(), left));
        }
        return all;
    }

    private static PlanContext context(ChangeCase change, MigrationDraft draft) {
        DeclaredRenames renames = DeclaredRenames.between(change.before(), change.after(), change.hints());
        PlanContext declared = new PlanContext(renames.renamed(), draft.snapshot(), change.hints(), renames.changes());
        return PlannedChanges.of(draft.changes(), declared).context();
    }
}
