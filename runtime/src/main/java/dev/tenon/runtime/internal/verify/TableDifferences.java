package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.verify.Difference;
import dev.tenon.schema.internal.diff.TableChange;
import java.util.List;

/** What is not right with tables as a whole. */
final class TableDifferences implements TableChange.Cases<List<Difference>> {

    @Override
    public List<Difference> create(TableChange.Create change) {
        return List.of(Difference.missing(change.path(), ""));
    }

    @Override
    public List<Difference> drop(TableChange.Drop change) {
        return List.of(Difference.unexpected(change.path(), ""));
    }

    @Override
    public List<Difference> rename(TableChange.Rename change) {
        throw ChangeDifferences.noRename(change);
    }

    @Override
    public List<Difference> setComment(TableChange.SetComment change) {
        return List.of(Difference.different(change.path(), "comment", change.after(), change.before()));
    }

    @Override
    public List<Difference> setLogged(TableChange.SetLogged change) {
        return List.of(Difference.different(change.path(), "unlogged", change.unlogged(), !change.unlogged()));
    }

    @Override
    public List<Difference> setParameters(TableChange.SetParameters change) {
        return List.of(Difference.different(
                change.path(), "with", change.after().with(), change.before().with()));
    }

    @Override
    public List<Difference> setRowSecurity(TableChange.SetRowSecurity change) {
        return List.of(Difference.different(change.path(), "rowSecurity", change.after(), change.before()));
    }
}
