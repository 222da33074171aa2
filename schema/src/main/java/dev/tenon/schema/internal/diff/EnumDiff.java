package dev.tenon.schema.internal.diff;

import dev.tenon.schema.EnumType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the changes of enum types. New labels are added in place; if a label is removed or moved, the type is replaced.
 */
final class EnumDiff {

    private EnumDiff() {}

    static void add(KeyedDiff<EnumType> diff, List<Change> changes) {
        diff.added().forEach(added -> changes.add(new EnumChange.Create(added)));
        diff.kept().forEach(pair -> type(pair.before(), pair.after(), changes));
        diff.removed().forEach(removed -> changes.add(new EnumChange.Drop(removed)));
    }

    private static void type(EnumType before, EnumType after, List<Change> changes) {
        List<String> common = new ArrayList<>(after.labels());
        common.retainAll(before.labels());
        if (!common.equals(before.labels())) {
            changes.add(new EnumChange.Recreate(before, after));
        } else {
            labels(before, after, changes);
        }
        if (!before.comment().equals(after.comment())) {
            changes.add(new EnumChange.SetComment(after.name(), before.comment(), after.comment()));
        }
    }

    private static void labels(EnumType before, EnumType after, List<Change> changes) {
        for (int i = 0; i < after.labels().size(); i++) {
            String label = after.labels().get(i);
            if (!before.labels().contains(label)) {
                Optional<String> next = after.labels().subList(i, after.labels().size()).stream()
                        .filter(before.labels()::contains)
                        .findFirst();
                changes.add(new EnumChange.AddLabel(after.name(), label, next));
            }
        }
    }
}
