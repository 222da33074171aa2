package dev.tenon.schema.internal.diff;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.QualifiedName;
import java.util.List;

/** Finds the changes of a table's constraints. A constraint that differs only in its name is renamed. */
final class ConstraintDiff {

    private ConstraintDiff() {}

    static void add(QualifiedName table, List<Constraint> before, List<Constraint> after, List<Change> changes) {
        KeyedDiff<Constraint> diff = KeyedDiff.of(before, after);
        RenameDetector<Constraint> renamed = RenameDetector.among(diff, Constraint::withName);
        renamed.pairs()
                .forEach(pair -> changes.add(new ConstraintChange.Rename(
                        table, pair.before().name(), pair.after().name())));
        renamed.added().forEach(added -> changes.add(new ConstraintChange.Add(table, added)));
        diff.kept().stream()
                .filter(pair -> !pair.before().equals(pair.after()))
                .forEach(pair -> changes.add(change(table, pair.before(), pair.after())));
        renamed.removed().forEach(removed -> changes.add(new ConstraintChange.Drop(table, removed)));
    }

    private static Change change(QualifiedName table, Constraint before, Constraint after) {
        boolean sameButParameters =
                before.index().include().equals(after.index().include())
                        && before.withIndex(after.index()).equals(after);
        return sameButParameters
                ? new ConstraintChange.SetParameters(table, before, after)
                : new ConstraintChange.Replace(table, before, after);
    }
}
