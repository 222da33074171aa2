package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Index;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.ddl.IndexDdl;
import dev.tenon.schema.internal.diff.IndexChange;
import dev.tenon.schema.internal.plan.statement.LockLevel;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import dev.tenon.schema.internal.plan.statement.TemporaryNames;
import java.util.List;

/**
 * Plans changes of indexes of existing tables and materialized views: they are built and dropped concurrently, and the
 * new one is built before the old one is dropped.
 */
final class IndexRecipe implements IndexChange.Cases<List<PlannedStatements>> {

    private final PlanContext context;

    IndexRecipe(PlanContext context) {
        this.context = context;
    }

    @Override
    public List<PlannedStatements> create(IndexChange.Create change) {
        if (isOfShadow(change)) {
            return List.of();
        }
        StatementCollector fragments = build(new StatementCollector(change), change.table(), change.index());
        return comment(fragments, change.table(), change.index()).list();
    }

    @Override
    public List<PlannedStatements> drop(IndexChange.Drop change) {
        if (isOfShadow(change) || AdoptedIndexes.isAdopted(change, context)) {
            return List.of();
        }
        return drop(
                        new StatementCollector(change),
                        Phase.DROP_INDEXES,
                        change.table(),
                        change.index().name())
                .list();
    }

    @Override
    public List<PlannedStatements> rename(IndexChange.Rename change) {
        return new StatementCollector(change)
                .shortLock(
                        Phase.RENAMES,
                        IndexDdl.rename(change.table(), change.before(), change.after()),
                        StatementCollector.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, change.table()))
                .list();
    }

    @Override
    public List<PlannedStatements> replace(IndexChange.Replace change) {
        if (isOfShadow(change)) {
            return List.of();
        }
        Index made = change.after().withName(TemporaryNames.name(change.after().name()));
        StatementCollector fragments = build(new StatementCollector(change), change.table(), made);
        drop(fragments, Phase.INDEXES, change.table(), change.before().name())
                .shortLock(
                        Phase.INDEXES,
                        IndexDdl.rename(
                                change.table(), made.name(), change.after().name()),
                        StatementCollector.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, change.table()));
        List<PlannedStatements> list =
                comment(fragments, change.table(), change.after()).list();
        return change.before().equals(change.after()) ? beforeRows(list) : list;
    }

    /** An index that stores results of another definition refuses rows for keys that they no longer have. */
    private static List<PlannedStatements> beforeRows(List<PlannedStatements> fragments) {
        return fragments.stream()
                .map(fragment -> fragment.phase() == Phase.INDEXES
                        ? new PlannedStatements(Phase.REBUILT_INDEXES, fragment.statements(), fragment.alone())
                        : fragment)
                .toList();
    }

    @Override
    public List<PlannedStatements> setComment(IndexChange.SetComment change) {
        return new StatementCollector(change)
                .unlocked(Phase.COMMENTS, IndexDdl.comment(change.table(), change.index(), change.after()))
                .list();
    }

    /** Whether {@link ShadowRecipe} plans the index. */
    private boolean isOfShadow(IndexChange change) {
        return context.shadows().hasIndex(change.path().owner(), change.path().member());
    }

    /** A new index has no comment, even if it replaces one that has. */
    private static StatementCollector comment(StatementCollector fragments, QualifiedName table, Index index) {
        return index.comment().isEmpty()
                ? fragments
                : fragments.unlocked(Phase.COMMENTS, IndexDdl.comment(table, index.name(), index.comment()));
    }

    private StatementCollector build(StatementCollector fragments, QualifiedName table, Index index) {
        return context.partitioning(table)
                .map(how -> new PartitionedIndexBuild(table, how, fragments).index(index))
                .orElseGet(() -> fragments.build(table, IndexDdl.createConcurrently(table, index)));
    }

    private StatementCollector drop(StatementCollector fragments, Phase phase, QualifiedName table, String index) {
        return context.partitioning(table).isPresent()
                ? fragments.metadata(phase, table, IndexDdl.drop(table, index))
                : fragments.nonTransactional(
                        phase,
                        IndexDdl.dropConcurrently(table, index),
                        StatementCollector.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, table));
    }
}
