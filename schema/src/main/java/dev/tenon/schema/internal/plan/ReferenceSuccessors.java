package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Constraint;
import java.util.Optional;

/** Pairs foreign keys that are dropped with added ones, of other names, that guarantee at least the same. */
final class ReferenceSuccessors {

    private ReferenceSuccessors() {}

    /** The added foreign key to the same table that has all columns of the dropped one. */
    static Optional<KeyChanges.ReferenceChange> of(KeyChanges.ReferenceChange dropped, KeyChanges changes) {
        if (dropped.before().isEmpty() || dropped.after().isPresent()) {
            return Optional.empty();
        }
        Constraint.ForeignKey old = dropped.before().get();
        return changes.references().stream()
                .filter(each -> each.before().isEmpty()
                        && each.table().equals(dropped.table())
                        && each.after().filter(now -> extend(now, old)).isPresent())
                .findFirst();
    }

    private static boolean extend(Constraint.ForeignKey now, Constraint.ForeignKey old) {
        return now.target().equals(old.target()) && now.columns().containsAll(old.columns());
    }
}
