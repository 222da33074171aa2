package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.verify.Difference;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.internal.diff.IndexChange;
import java.util.List;

/** What is not right with indexes. */
final class IndexDifferences implements IndexChange.Cases<List<Difference>> {

    @Override
    public List<Difference> create(IndexChange.Create change) {
        return List.of(Difference.missing(change.path(), ""));
    }

    @Override
    public List<Difference> drop(IndexChange.Drop change) {
        return List.of(Difference.unexpected(
                change.path(), change.index().valid() ? "" : "an INVALID index, left by a failed build"));
    }

    @Override
    public List<Difference> rename(IndexChange.Rename change) {
        ObjectPath expected = ObjectPath.index(change.table(), change.after());
        return List.of(Difference.different(expected, "name", change.after(), change.before()));
    }

    @Override
    public List<Difference> replace(IndexChange.Replace change) {
        return AttributeDiff.compare(change.path(), change.after(), change.before());
    }

    @Override
    public List<Difference> setComment(IndexChange.SetComment change) {
        return List.of(Difference.different(change.path(), "comment", change.after(), change.before()));
    }
}
