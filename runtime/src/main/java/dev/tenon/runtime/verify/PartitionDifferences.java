package dev.tenon.runtime.verify;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.diff.PartitionChange;
import dev.tenon.schema.sql.PartitionSql;
import java.util.List;

/** What is not right with partitions. */
final class PartitionDifferences implements PartitionChange.Cases<List<Difference>> {

    @Override
    public List<Difference> create(PartitionChange.Create change) {
        return List.of(Difference.missing(
                change.path(), PartitionSql.bound(change.partition().bound())));
    }

    @Override
    public List<Difference> drop(PartitionChange.Drop change) {
        return List.of(Difference.unexpected(
                change.path(), PartitionSql.bound(change.partition().bound())));
    }

    @Override
    public List<Difference> rename(PartitionChange.Rename change) {
        ObjectPath expected = ObjectPath.partition(change.table(), change.after());
        return List.of(Difference.different(expected, "name", change.after(), change.before()));
    }

    @Override
    public List<Difference> rebound(PartitionChange.Rebound change) {
        return List.of(Difference.different(
                change.path(),
                "bound",
                PartitionSql.bound(change.after().bound()),
                PartitionSql.bound(change.before().bound())));
    }

    @Override
    public List<Difference> divide(PartitionChange.Divide change) {
        return List.of(Difference.different(
                change.path(),
                "partitioning",
                change.after().map(PartitionSql::clause),
                change.before().map(PartitionSql::clause)));
    }
}
