package dev.tenon.schema.plan;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.diff.SequenceChange;
import dev.tenon.schema.sql.SequenceSql;
import java.util.List;
import java.util.Optional;

/** Plans changes of sequences: they are created before defaults that use them, and dropped after them. */
final class SequenceRecipe implements SequenceChange.Cases<List<Fragment>> {

    private final PlanContext context;

    SequenceRecipe(PlanContext context) {
        this.context = context;
    }

    @Override
    public List<Fragment> create(SequenceChange.Create change) {
        QualifiedName name = change.sequence().name();
        Fragments fragments = new Fragments(change).free(Phase.SEQUENCES, SequenceSql.create(change.sequence()));
        Optional<String> comment = change.sequence().comment();
        return comment.isEmpty()
                ? fragments.list()
                : fragments
                        .free(Phase.SEQUENCES, SequenceSql.comment(name, comment))
                        .list();
    }

    /** A sequence that is dropped with its column needs no statement. */
    @Override
    public List<Fragment> drop(SequenceChange.Drop change) {
        return context.goesWithItsColumn(change.sequence())
                ? List.of()
                : new Fragments(change)
                        .metadata(
                                Phase.DROP_TYPES,
                                change.sequence().name(),
                                SequenceSql.drop(change.sequence().name()))
                        .list();
    }

    @Override
    public List<Fragment> alter(SequenceChange.Alter change) {
        Sequence after = change.after();
        return new Fragments(change)
                .brief(
                        Phase.SEQUENCES,
                        SequenceSql.alter(after),
                        Fragments.lock(LockLevel.SHARE_ROW_EXCLUSIVE, after.name()))
                .list();
    }

    @Override
    public List<Fragment> setOwner(SequenceChange.SetOwner change) {
        Fragments fragments = new Fragments(change);
        String sql = SequenceSql.setOwner(change.sequence(), change.after());
        boolean there = context.before().sequences().stream()
                .anyMatch(sequence -> sequence.name().equals(change.sequence()));
        return (there
                        ? fragments.brief(
                                Phase.OWNERS, sql, Fragments.lock(LockLevel.SHARE_ROW_EXCLUSIVE, change.sequence()))
                        : fragments.free(Phase.OWNERS, sql))
                .list();
    }

    @Override
    public List<Fragment> setComment(SequenceChange.SetComment change) {
        return new Fragments(change)
                .brief(
                        Phase.COMMENTS,
                        SequenceSql.comment(change.sequence(), change.after()),
                        Fragments.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, change.sequence()))
                .list();
    }
}
