package dev.tenon.schema.internal.plan;

import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.diff.ConstraintChange;
import dev.tenon.schema.internal.diff.EnumChange;
import dev.tenon.schema.internal.diff.ExtensionChange;
import dev.tenon.schema.internal.diff.GrantChange;
import dev.tenon.schema.internal.diff.IndexChange;
import dev.tenon.schema.internal.diff.NamespaceChange;
import dev.tenon.schema.internal.diff.PartitionChange;
import dev.tenon.schema.internal.diff.PolicyChange;
import dev.tenon.schema.internal.diff.RoleChange;
import dev.tenon.schema.internal.diff.SequenceChange;
import dev.tenon.schema.internal.diff.SqlObjectChange;
import dev.tenon.schema.internal.diff.TableChange;
import dev.tenon.schema.internal.diff.ViewChange;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.Step;
import dev.tenon.schema.internal.plan.statement.StepGrouping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Plans the steps of a migration: each change by the recipe of its family, ordered by phase. */
public final class Planner implements Change.Cases<List<PlannedStatements>> {

    private final PlanContext context;

    private Planner(PlanContext context) {
        this.context = context;
    }

    /** The steps that apply the changes. */
    public static List<Step> plan(List<Change> declared, PlanContext context) {
        InheritedTables inherited = new InheritedTables(context);
        List<Change> changes = inherited.ordered(declared);
        Planner planner = new Planner(context);
        List<PlannedStatements> fragments = new ArrayList<>();
        KeyCutovers keys = KeyCutovers.of(changes, context);
        changes.stream()
                .filter(change -> !keys.takes(change))
                .forEach(change -> fragments.addAll(change.match(planner)));
        fragments.addAll(keys.fragments());
        fragments.addAll(ShadowRecipe.of(changes, context));
        fragments.addAll(AnalyzedColumns.of(changes, context));
        List<PlannedStatements> retyped =
                CollationRecipe.amend(changes, TypeChangeTransaction.amend(changes, fragments, context), context);
        List<PlannedStatements> ordered = new ArrayList<>(new DependentPlanner(changes, context).amend(retyped, keys));
        ordered.sort(Comparator.comparing(PlannedStatements::phase));
        List<PlannedStatements> filled = FillOrder.of(ordered, context);
        return StepGrouping.group(inherited.locked(CombinedRewrites.of(filled, context)));
    }

    @Override
    public List<PlannedStatements> role(RoleChange change) {
        return change.match(new ServerRecipes.Roles());
    }

    @Override
    public List<PlannedStatements> namespace(NamespaceChange change) {
        return change.match(new ServerRecipes.Namespaces());
    }

    @Override
    public List<PlannedStatements> extension(ExtensionChange change) {
        return change.match(new ServerRecipes.Extensions());
    }

    @Override
    public List<PlannedStatements> enumType(EnumChange change) {
        return change.match(new EnumRecipe());
    }

    @Override
    public List<PlannedStatements> sequence(SequenceChange change) {
        return change.match(new SequenceRecipe(context));
    }

    @Override
    public List<PlannedStatements> table(TableChange change) {
        return change.match(new TableRecipe(context));
    }

    @Override
    public List<PlannedStatements> partition(PartitionChange change) {
        return change.match(new PartitionRecipe(context));
    }

    @Override
    public List<PlannedStatements> column(ColumnChange change) {
        return change.match(new ColumnRecipe(context));
    }

    @Override
    public List<PlannedStatements> constraint(ConstraintChange change) {
        return change.match(new ConstraintRecipe(context));
    }

    @Override
    public List<PlannedStatements> index(IndexChange change) {
        return change.match(new IndexRecipe(context));
    }

    @Override
    public List<PlannedStatements> policy(PolicyChange change) {
        return change.match(new PolicyRecipe());
    }

    @Override
    public List<PlannedStatements> grant(GrantChange change) {
        return change.match(new GrantRecipe());
    }

    @Override
    public List<PlannedStatements> view(ViewChange change) {
        return change.match(new ViewRecipe());
    }

    /** Plans inheritance; {@link DependentPlanner} plans other objects together with views, in dependency order. */
    @Override
    public List<PlannedStatements> object(SqlObjectChange change) {
        return change.match(new InheritanceRecipe(context));
    }
}
