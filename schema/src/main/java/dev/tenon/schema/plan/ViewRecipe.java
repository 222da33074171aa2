package dev.tenon.schema.plan;

import dev.tenon.schema.View;
import dev.tenon.schema.diff.ViewChange;
import dev.tenon.schema.sql.ViewSql;
import java.util.List;

/** Plans changes of single views; {@link DependentPlan} creates and drops them in order. */
final class ViewRecipe implements ViewChange.Cases<List<Fragment>> {

    @Override
    public List<Fragment> create(ViewChange.Create change) {
        return List.of();
    }

    @Override
    public List<Fragment> drop(ViewChange.Drop change) {
        return List.of();
    }

    @Override
    public List<Fragment> rename(ViewChange.Rename change) {
        View view = change.view();
        Fragments fragments = new Fragments(change);
        if (!view.name().schema().equals(change.after().schema())) {
            fragments.metadata(
                    Phase.RENAMES,
                    view.name(),
                    ViewSql.move(view, change.after().schema()));
        }
        if (!view.name().name().equals(change.after().name())) {
            View moved = view.withName(change.after().withName(view.name().name()));
            fragments.metadata(
                    Phase.RENAMES,
                    view.name(),
                    ViewSql.rename(moved, change.after().name()));
        }
        return fragments.list();
    }

    @Override
    public List<Fragment> redefine(ViewChange.Redefine change) {
        return List.of();
    }

    @Override
    public List<Fragment> setComment(ViewChange.SetComment change) {
        return new Fragments(change)
                .brief(
                        Phase.COMMENTS,
                        ViewSql.comment(change.after()),
                        Fragments.lock(
                                LockLevel.SHARE_UPDATE_EXCLUSIVE, change.after().name()))
                .list();
    }

    @Override
    public List<Fragment> setColumnComment(ViewChange.SetColumnComment change) {
        return new Fragments(change)
                .brief(
                        Phase.COMMENTS,
                        ViewSql.comment(
                                change.view(),
                                change.after().name(),
                                change.after().comment()),
                        Fragments.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, change.view()))
                .list();
    }
}
