package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.verify.Difference;
import dev.tenon.schema.internal.diff.SqlObjectChange;
import java.util.List;

/** What is not right with objects that are known by their SQL alone. */
final class SqlObjectDifferences implements SqlObjectChange.Cases<List<Difference>> {

    @Override
    public List<Difference> create(SqlObjectChange.Create change) {
        return List.of(Difference.missing(change.path(), ""));
    }

    @Override
    public List<Difference> drop(SqlObjectChange.Drop change) {
        return List.of(Difference.unexpected(change.path(), ""));
    }

    @Override
    public List<Difference> replace(SqlObjectChange.Replace change) {
        return List.of(Difference.different(
                change.path(),
                "definition",
                change.after().create(),
                change.before().create()));
    }
}
