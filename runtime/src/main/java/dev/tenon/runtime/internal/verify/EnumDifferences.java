package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.internal.format.AttributeFormatter;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.schema.internal.diff.EnumChange;
import java.util.List;

/** What is not right with enum types. */
final class EnumDifferences implements EnumChange.Cases<List<Difference>> {

    @Override
    public List<Difference> create(EnumChange.Create change) {
        return List.of(Difference.missing(
                change.path(), AttributeFormatter.text(change.type().labels())));
    }

    @Override
    public List<Difference> drop(EnumChange.Drop change) {
        return List.of(Difference.unexpected(
                change.path(), AttributeFormatter.text(change.type().labels())));
    }

    @Override
    public List<Difference> rename(EnumChange.Rename change) {
        throw ChangeDifferences.noRename(change);
    }

    @Override
    public List<Difference> addLabel(EnumChange.AddLabel change) {
        return List.of(Difference.missing(change.path(), ""));
    }

    @Override
    public List<Difference> renameLabel(EnumChange.RenameLabel change) {
        throw ChangeDifferences.noRename(change);
    }

    @Override
    public List<Difference> recreate(EnumChange.Recreate change) {
        return AttributeDiff.compare(change.path(), change.after(), change.before(), "labels"::equals);
    }

    @Override
    public List<Difference> setComment(EnumChange.SetComment change) {
        return List.of(Difference.different(change.path(), "comment", change.after(), change.before()));
    }
}
