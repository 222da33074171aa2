package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.verify.Difference;
import dev.tenon.schema.internal.diff.SequenceChange;
import java.util.List;
import java.util.Set;

/** What is not right with sequences. */
final class SequenceDifferences implements SequenceChange.Cases<List<Difference>> {

    private static final Set<String> COUNTING = Set.of("type", "options");

    @Override
    public List<Difference> create(SequenceChange.Create change) {
        return List.of(Difference.missing(change.path(), ""));
    }

    @Override
    public List<Difference> drop(SequenceChange.Drop change) {
        return List.of(Difference.unexpected(change.path(), ""));
    }

    @Override
    public List<Difference> alter(SequenceChange.Alter change) {
        return AttributeDiff.compare(change.path(), change.after(), change.before(), COUNTING::contains);
    }

    @Override
    public List<Difference> setOwner(SequenceChange.SetOwner change) {
        return List.of(Difference.different(change.path(), "owner", change.after(), change.before()));
    }

    @Override
    public List<Difference> setComment(SequenceChange.SetComment change) {
        return List.of(Difference.different(change.path(), "comment", change.after(), change.before()));
    }
}
