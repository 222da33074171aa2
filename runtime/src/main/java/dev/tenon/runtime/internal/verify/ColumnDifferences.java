package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.verify.Difference;
import dev.tenon.schema.internal.diff.ColumnChange;
import java.util.List;
import java.util.Set;

/** What is not right with columns. */
final class ColumnDifferences implements ColumnChange.Cases<List<Difference>> {

    private static final Set<String> OF_THE_TYPE = Set.of("type", "collation");

    private static final String NULLABLE = "nullable";

    @Override
    public List<Difference> add(ColumnChange.Add change) {
        return List.of(Difference.missing(change.path(), change.column().type().toString()));
    }

    @Override
    public List<Difference> drop(ColumnChange.Drop change) {
        return List.of(
                Difference.unexpected(change.path(), change.column().type().toString()));
    }

    @Override
    public List<Difference> rename(ColumnChange.Rename change) {
        throw ChangeDifferences.noRename(change);
    }

    @Override
    public List<Difference> setType(ColumnChange.SetType change) {
        return AttributeDiff.compare(change.path(), change.after(), change.before(), OF_THE_TYPE::contains);
    }

    @Override
    public List<Difference> setNotNull(ColumnChange.SetNotNull change) {
        return List.of(Difference.different(change.path(), NULLABLE, false, true));
    }

    @Override
    public List<Difference> dropNotNull(ColumnChange.DropNotNull change) {
        return List.of(Difference.different(change.path(), NULLABLE, true, false));
    }

    @Override
    public List<Difference> setDefault(ColumnChange.SetDefault change) {
        return List.of(Difference.different(change.path(), "defaultValue", change.after(), change.before()));
    }

    @Override
    public List<Difference> setStorage(ColumnChange.SetStorage change) {
        return AttributeDiff.compare(change.path(), change.after(), change.before(), "storage"::equals);
    }

    @Override
    public List<Difference> setComment(ColumnChange.SetComment change) {
        return List.of(Difference.different(change.path(), "comment", change.after(), change.before()));
    }
}
