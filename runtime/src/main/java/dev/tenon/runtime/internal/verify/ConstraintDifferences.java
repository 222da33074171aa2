package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.verify.Difference;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.internal.diff.ConstraintChange;
import java.util.List;

/** What is not right with constraints. */
final class ConstraintDifferences implements ConstraintChange.Cases<List<Difference>> {

    @Override
    public List<Difference> add(ConstraintChange.Add change) {
        return List.of(Difference.missing(change.path(), ""));
    }

    @Override
    public List<Difference> drop(ConstraintChange.Drop change) {
        return List.of(Difference.unexpected(change.path(), ""));
    }

    @Override
    public List<Difference> rename(ConstraintChange.Rename change) {
        ObjectPath expected = ObjectPath.constraint(change.table(), change.after());
        return List.of(Difference.different(expected, "name", change.after(), change.before()));
    }

    @Override
    public List<Difference> setParameters(ConstraintChange.SetParameters change) {
        return AttributeDiff.compare(change.path(), change.after(), change.before());
    }

    @Override
    public List<Difference> replace(ConstraintChange.Replace change) {
        return AttributeDiff.compare(change.path(), change.after(), change.before());
    }
}
