package dev.tenon.schema.plan;

import dev.tenon.schema.Index;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.diff.IndexChange;
import dev.tenon.schema.sql.IndexSql;
import java.util.List;

/**
 * Plans changes of indexes of existing tables and materialized views: they are built and dropped concurrently, and the
 * new one is built before the old one is dropped.
 */
final class IndexRecipe implements IndexChange.Cases<List<Fragment>> {

    private final PlanContext context;

    IndexRecipe(PlanContext context) {
        this.context = context;
    }

    @Override
    public List<Fragment> create(IndexChange.Create change) {
        Fragments fragments = build(new Fragments(change), change.table(), change.index());
        return comment(fragments, change.table(), change.index()).list();
    }

    @Override
    public List<Fragment> drop(IndexChange.Drop change) {
        return drop(
                        new Fragments(change),
                        Phase.DROP_INDEXES,
                        change.table(),
                        change.index().name())
                .list();
    }

    @Override
    public List<Fragment> rename(IndexChange.Rename change) {
        return new Fragments(change)
                .brief(
                        Phase.RENAMES,
                        IndexSql.rename(change.table(), change.before(), change.after()),
                        Fragments.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, change.table()))
                .list();
    }

    @Override
    public List<Fragment> replace(IndexChange.Replace change) {
        Index made = change.after().withName(Interim.name(change.after().name()));
        Fragments fragments = build(new Fragments(change), change.table(), made);
        drop(fragments, Phase.INDEXES, change.table(), change.before().name())
                .brief(
                        Phase.INDEXES,
                        IndexSql.rename(
                                change.table(), made.name(), change.after().name()),
                        Fragments.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, change.table()));
        return comment(fragments, change.table(), change.after()).list();
    }

    @Override
    public List<Fragment> setComment(IndexChange.SetComment change) {
        return new Fragments(change)
                .free(Phase.COMMENTS, IndexSql.comment(change.table(), change.index(), change.after()))
                .list();
    }

    /** A new index has no comment yet, also where it takes the place of one that had. */
    private static Fragments comment(Fragments fragments, QualifiedName table, Index index) {
        return index.comment().isEmpty()
                ? fragments
                : fragments.free(Phase.COMMENTS, IndexSql.comment(table, index.name(), index.comment()));
    }

    private Fragments build(Fragments fragments, QualifiedName table, Index index) {
        return context.partitioning(table)
                .map(how -> new PartitionedBuild(table, how, fragments).index(index))
                .orElseGet(() -> fragments.build(table, IndexSql.createConcurrently(table, index)));
    }

    private Fragments drop(Fragments fragments, Phase phase, QualifiedName table, String index) {
        return context.partitioning(table).isPresent()
                ? fragments.metadata(phase, table, IndexSql.drop(table, index))
                : fragments.outside(
                        phase,
                        IndexSql.dropConcurrently(table, index),
                        Fragments.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, table));
    }
}
