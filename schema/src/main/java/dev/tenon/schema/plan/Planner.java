package dev.tenon.schema.plan;

import dev.tenon.schema.diff.Change;
import dev.tenon.schema.diff.ColumnChange;
import dev.tenon.schema.diff.ConstraintChange;
import dev.tenon.schema.diff.EnumChange;
import dev.tenon.schema.diff.ExtensionChange;
import dev.tenon.schema.diff.GrantChange;
import dev.tenon.schema.diff.IndexChange;
import dev.tenon.schema.diff.NamespaceChange;
import dev.tenon.schema.diff.PartitionChange;
import dev.tenon.schema.diff.PolicyChange;
import dev.tenon.schema.diff.RoleChange;
import dev.tenon.schema.diff.SequenceChange;
import dev.tenon.schema.diff.SqlObjectChange;
import dev.tenon.schema.diff.TableChange;
import dev.tenon.schema.diff.ViewChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Plans the steps of a migration: each change by the recipe of its family, ordered by phase. */
public final class Planner implements Change.Cases<List<Fragment>> {

    private final PlanContext context;

    private Planner(PlanContext context) {
        this.context = context;
    }

    /** The steps that make the changes. */
    public static List<Step> plan(List<Change> changes, PlanContext context) {
        Planner planner = new Planner(context);
        List<Fragment> fragments = new ArrayList<>();
        changes.forEach(change -> fragments.addAll(change.match(planner)));
        fragments.addAll(ShadowRecipe.of(changes, context));
        List<Fragment> ordered = new ArrayList<>(new DependentPlan(changes, context).amend(fragments));
        ordered.sort(Comparator.comparing(Fragment::phase));
        return StepGrouping.group(ordered);
    }

    @Override
    public List<Fragment> role(RoleChange change) {
        return change.match(new ServerRecipes.Roles());
    }

    @Override
    public List<Fragment> namespace(NamespaceChange change) {
        return change.match(new ServerRecipes.Namespaces());
    }

    @Override
    public List<Fragment> extension(ExtensionChange change) {
        return change.match(new ServerRecipes.Extensions());
    }

    @Override
    public List<Fragment> enumType(EnumChange change) {
        return change.match(new EnumRecipe());
    }

    @Override
    public List<Fragment> sequence(SequenceChange change) {
        return change.match(new SequenceRecipe(context));
    }

    @Override
    public List<Fragment> table(TableChange change) {
        return change.match(new TableRecipe(context));
    }

    @Override
    public List<Fragment> partition(PartitionChange change) {
        return change.match(new PartitionRecipe(context));
    }

    @Override
    public List<Fragment> column(ColumnChange change) {
        return change.match(new ColumnRecipe(context));
    }

    @Override
    public List<Fragment> constraint(ConstraintChange change) {
        return change.match(new ConstraintRecipe(context));
    }

    @Override
    public List<Fragment> index(IndexChange change) {
        return change.match(new IndexRecipe(context));
    }

    @Override
    public List<Fragment> policy(PolicyChange change) {
        return change.match(new PolicyRecipe());
    }

    @Override
    public List<Fragment> grant(GrantChange change) {
        return change.match(new GrantRecipe());
    }

    @Override
    public List<Fragment> view(ViewChange change) {
        return change.match(new ViewRecipe());
    }

    /** Made with the views, in the order of what needs what. */
    @Override
    public List<Fragment> object(SqlObjectChange change) {
        return List.of();
    }
}
