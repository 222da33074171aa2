package dev.tenon.runtime.internal.verify;

import dev.tenon.schema.Column;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Partition;
import dev.tenon.schema.PartitionBound;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.PartitionSql;
import dev.tenon.schema.internal.sql.RowMoveSql;
import dev.tenon.schema.internal.sql.TableSql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Moves the rows of partitions that a migration created back into the default partition, from which it took them. The
 * default partition refuses them while the other one is attached, so nobody can read the table until they have moved.
 */
final class ReturnedPartitionRows {

    private final HalfAppliedMigration migration;
    private final CommittedRenames renames;
    private final List<List<String>> transactions = new ArrayList<>();
    private Schema left;

    private ReturnedPartitionRows(HalfAppliedMigration migration, CommittedRenames renames, Schema live) {
        this.migration = migration;
        this.renames = renames;
        this.left = live;
    }

    /** Plans the statements for all partitions with rows, and names the locks among the losses. */
    static ReturnedPartitionRows of(
            HalfAppliedMigration migration,
            CommittedRenames renames,
            Schema live,
            RowProbe rows,
            ReversalLosses losses)
            throws SQLException {
        ReturnedPartitionRows all = new ReturnedPartitionRows(migration, renames, live);
        for (Table table : live.tables()) {
            for (Partition partition : all.created(table)) {
                if (rows.hasRows(table.name().withName(partition.name()))) {
                    losses.returns(ObjectPath.partition(table.name(), partition.name()));
                    all.add(table, partition);
                }
            }
        }
        return all;
    }

    /** Returns the statements of each transaction, which run before the renames are taken back. */
    List<List<String>> transactions() {
        return transactions;
    }

    /** Returns the schema after them. */
    Schema left() {
        return left;
    }

    /** The partitions of the migration. A table that another one references refuses to move rows. */
    private List<Partition> created(Table table) {
        Optional<Partitioning> before = migration
                .before()
                .table(renames.before(ObjectPath.table(table.name())).owner())
                .flatMap(Table::partitioning);
        Optional<Partitioning> after = migration.after().table(table.name()).flatMap(Table::partitioning);
        boolean referenced = left.tables().stream()
                .flatMap(other -> other.foreignKeys().stream())
                .anyMatch(key -> key.target().equals(table.name()));
        if (referenced
                || before.flatMap(Partitioning::defaultPartition).isEmpty()
                || table.partitioning().flatMap(Partitioning::defaultPartition).isEmpty()) {
            return List.of();
        }
        return table.partitions().stream()
                .filter(partition -> !has(before, partition.bound()) && has(after, partition.bound()))
                .toList();
    }

    private static boolean has(Optional<Partitioning> partitioning, PartitionBound bound) {
        return partitioning.stream()
                .flatMap(how -> how.partitions().stream())
                .anyMatch(each -> each.bound().equals(bound));
    }

    private void add(Table table, Partition partition) {
        Partitioning how = table.partitioning().orElseThrow();
        QualifiedName own = table.name().withName(partition.name());
        String otherwise = how.defaultPartition().orElseThrow().name();
        List<String> columns = table.columns().stream()
                .filter(column -> !column.generated())
                .map(Column::name)
                .toList();
        transactions.add(List.of(
                PartitionSql.detach(table.name(), partition.name()),
                RowMoveSql.copy(own, table.name().withName(otherwise), columns),
                TableSql.drop(own)));
        left = left.withTables(left.tables().stream()
                .map(each -> each.name().equals(table.name())
                        ? each.withPartitioning(each.partitioning()
                                .map(now -> now.withPartitions(now.partitions().stream()
                                        .filter(other -> !other.name().equals(partition.name()))
                                        .toList())))
                        : each)
                .toList());
    }
}
