package dev.tenon.schema.internal.diff;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Sequence;
import java.util.List;
import java.util.Optional;

/** Finds the changes of sequences. */
final class SequenceDiff {

    private SequenceDiff() {}

    static void add(List<Sequence> before, List<Sequence> after, List<Change> changes) {
        KeyedDiff<Sequence> diff = KeyedDiff.of(before, after);
        for (Sequence added : diff.added()) {
            changes.add(new SequenceChange.Create(added));
            if (added.owner().isPresent()) {
                changes.add(new SequenceChange.SetOwner(added.name(), Optional.empty(), added.owner()));
            }
            GrantDiff.add(ObjectPath.sequence(added.name()), List.of(), added.grants(), changes);
        }
        diff.kept().forEach(pair -> sequence(pair.before(), pair.after(), changes));
        diff.removed().forEach(removed -> changes.add(new SequenceChange.Drop(removed)));
    }

    private static void sequence(Sequence before, Sequence after, List<Change> changes) {
        if (!before.type().equals(after.type()) || !before.options().equals(after.options())) {
            changes.add(new SequenceChange.Alter(before, after));
        }
        if (!before.owner().equals(after.owner())) {
            changes.add(new SequenceChange.SetOwner(after.name(), before.owner(), after.owner()));
        }
        if (!before.comment().equals(after.comment())) {
            changes.add(new SequenceChange.SetComment(after.name(), before.comment(), after.comment()));
        }
        GrantDiff.add(ObjectPath.sequence(after.name()), before.grants(), after.grants(), changes);
    }
}
