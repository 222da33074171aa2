package dev.tenon.schema.internal.plan;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.internal.ddl.Ddl;
import dev.tenon.schema.internal.ddl.SequenceDdl;
import dev.tenon.schema.internal.diff.SequenceChange;
import dev.tenon.schema.internal.plan.statement.LockLevel;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import java.util.List;
import java.util.Optional;

/** Plans changes of sequences: they are created before defaults that use them, and dropped after them. */
final class SequenceRecipe implements SequenceChange.Cases<List<PlannedStatements>> {

    private final PlanContext context;

    SequenceRecipe(PlanContext context) {
        this.context = context;
    }

    @Override
    public List<PlannedStatements> create(SequenceChange.Create change) {
        QualifiedName name = change.sequence().name();
        StatementCollector fragments =
                new StatementCollector(change).unlocked(Phase.SEQUENCES, SequenceDdl.create(change.sequence()));
        Optional<String> comment = change.sequence().comment();
        return comment.isEmpty()
                ? fragments.list()
                : fragments
                        .unlocked(Phase.SEQUENCES, SequenceDdl.comment(name, comment))
                        .list();
    }

    /** A sequence that is dropped with its column needs no statement. */
    @Override
    public List<PlannedStatements> drop(SequenceChange.Drop change) {
        return context.isDroppedWithColumn(change.sequence())
                ? List.of()
                : new StatementCollector(change)
                        .metadata(
                                Phase.DROP_TYPES,
                                change.sequence().name(),
                                SequenceDdl.drop(change.sequence().name()))
                        .list();
    }

    @Override
    public List<PlannedStatements> rename(SequenceChange.Rename change) {
        return new StatementCollector(change)
                .metadata(
                        Phase.RENAMES,
                        change.before(),
                        SequenceDdl.rename(change.before(), change.after().name()))
                .list();
    }

    @Override
    public List<PlannedStatements> alter(SequenceChange.Alter change) {
        Sequence after = change.after();
        return new StatementCollector(change)
                .shortLock(
                        Phase.SEQUENCES,
                        SequenceDdl.alter(after),
                        StatementCollector.lock(LockLevel.SHARE_ROW_EXCLUSIVE, after.name()))
                .list();
    }

    @Override
    public List<PlannedStatements> setOwner(SequenceChange.SetOwner change) {
        StatementCollector fragments = new StatementCollector(change);
        Ddl sql = SequenceDdl.setOwner(change.sequence(), change.after());
        boolean there = context.before().sequences().stream()
                .anyMatch(sequence -> sequence.name().equals(change.sequence()));
        return (there
                        ? fragments.shortLock(
                                Phase.OWNERS,
                                sql,
                                StatementCollector.lock(LockLevel.SHARE_ROW_EXCLUSIVE, change.sequence()))
                        : fragments.unlocked(Phase.OWNERS, sql))
                .list();
    }

    @Override
    public List<PlannedStatements> setComment(SequenceChange.SetComment change) {
        return new StatementCollector(change)
                .shortLock(
                        Phase.COMMENTS,
                        SequenceDdl.comment(change.sequence(), change.after()),
                        StatementCollector.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, change.sequence()))
                .list();
    }
}
