package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.verify.Difference;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.internal.diff.PartitionChange;
import dev.tenon.schema.internal.sql.PartitionSql;
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
    public List<Difference> partitionBy(PartitionChange.PartitionBy change) {
        return List.of(Difference.different(
                change.path(),
                "partitioning",
                change.after().map(PartitionSql::clause),
                change.before().map(PartitionSql::clause)));
    }
}
