package dev.tenon.schema.internal.plan;

import dev.tenon.schema.View;
import dev.tenon.schema.internal.ddl.ViewDdl;
import dev.tenon.schema.internal.diff.ViewChange;
import dev.tenon.schema.internal.plan.statement.LockLevel;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import java.util.List;

/** Plans changes of single views; {@link DependentPlanner} creates and drops them in order. */
final class ViewRecipe implements ViewChange.Cases<List<PlannedStatements>> {

    @Override
    public List<PlannedStatements> create(ViewChange.Create change) {
        return List.of();
    }

    @Override
    public List<PlannedStatements> drop(ViewChange.Drop change) {
        return List.of();
    }

    @Override
    public List<PlannedStatements> rename(ViewChange.Rename change) {
        View view = change.view();
        StatementCollector fragments = new StatementCollector(change);
        if (!view.name().schema().equals(change.after().schema())) {
            fragments.metadata(
                    Phase.RENAMES,
                    view.name(),
                    ViewDdl.move(view, change.after().schema()));
        }
        if (!view.name().name().equals(change.after().name())) {
            View moved = view.withName(change.after().withName(view.name().name()));
            fragments.metadata(
                    Phase.RENAMES,
                    view.name(),
                    ViewDdl.rename(moved, change.after().name()));
        }
        return fragments.list();
    }

    @Override
    public List<PlannedStatements> redefine(ViewChange.Redefine change) {
        return List.of();
    }

    @Override
    public List<PlannedStatements> setComment(ViewChange.SetComment change) {
        return new StatementCollector(change)
                .shortLock(
                        Phase.COMMENTS,
                        ViewDdl.comment(change.after()),
                        StatementCollector.lock(
                                LockLevel.SHARE_UPDATE_EXCLUSIVE, change.after().name()))
                .list();
    }

    @Override
    public List<PlannedStatements> setColumnComment(ViewChange.SetColumnComment change) {
        return new StatementCollector(change)
                .shortLock(
                        Phase.COMMENTS,
                        ViewDdl.comment(
                                change.view(),
                                change.after().name(),
                                change.after().comment()),
                        StatementCollector.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, change.view()))
                .list();
    }
}
