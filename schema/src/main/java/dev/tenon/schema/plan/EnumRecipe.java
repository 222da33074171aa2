package dev.tenon.schema.plan;

import dev.tenon.schema.diff.EnumChange;
import dev.tenon.schema.sql.EnumSql;
import java.util.List;

/** Plans changes of enum types. A new label is committed before anything uses it. */
final class EnumRecipe implements EnumChange.Cases<List<Fragment>> {

    @Override
    public List<Fragment> create(EnumChange.Create change) {
        Fragments fragments = new Fragments(change).free(Phase.TYPES, EnumSql.create(change.type()));
        if (change.type().comment().isPresent()) {
            fragments.free(
                    Phase.TYPES,
                    EnumSql.comment(change.type().name(), change.type().comment()));
        }
        return fragments.list();
    }

    @Override
    public List<Fragment> drop(EnumChange.Drop change) {
        return new Fragments(change)
                .free(Phase.DROP_TYPES, EnumSql.drop(change.type().name()))
                .list();
    }

    @Override
    public List<Fragment> rename(EnumChange.Rename change) {
        Fragments fragments = new Fragments(change);
        if (!change.before().schema().equals(change.after().schema())) {
            fragments.free(
                    Phase.RENAMES, EnumSql.move(change.before(), change.after().schema()));
        }
        if (!change.before().name().equals(change.after().name())) {
            fragments.free(
                    Phase.RENAMES,
                    EnumSql.rename(
                            change.after().withName(change.before().name()),
                            change.after().name()));
        }
        return fragments.list();
    }

    @Override
    public List<Fragment> addLabel(EnumChange.AddLabel change) {
        return new Fragments(change)
                .committed(Phase.LABELS, EnumSql.addLabel(change.type(), change.label(), change.before()))
                .list();
    }

    @Override
    public List<Fragment> renameLabel(EnumChange.RenameLabel change) {
        return new Fragments(change)
                .free(Phase.RENAMES, EnumSql.renameLabel(change.type(), change.before(), change.after()))
                .list();
    }

    /** Replaced by another type together with its columns. */
    @Override
    public List<Fragment> rebuild(EnumChange.Rebuild change) {
        return List.of();
    }

    @Override
    public List<Fragment> setComment(EnumChange.SetComment change) {
        return new Fragments(change)
                .free(Phase.COMMENTS, EnumSql.comment(change.type(), change.after()))
                .list();
    }
}
