package dev.tenon.runtime.evolution;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.Partition;
import dev.tenon.schema.PartitionBound;
import dev.tenon.schema.PartitionStrategy;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Edits of partitioned tables. */
final class PartitionEdits {

    static final Edit ADD_TABLE = new Edit("add partitioned table", PartitionEdits::addTable);

    static final List<Edit> ALL = List.of(
            ADD_TABLE,
            partitioned("add partition", PartitionEdits::addPartition),
            partitioned("drop partition", PartitionEdits::dropPartition),
            partitioned(
                    "rename partition",
                    (edited, random, table, partitioning) -> random.maybe(partitioning.partitions())
                            .ifPresent(partition -> edited.rename(Tokens.of(partition.name())))));

    private PartitionEdits() {}

    /** An edit of one partitioned table. */
    @FunctionalInterface
    private interface OfPartitioning {
        void apply(EditedSchema edited, RandomChoices random, Table table, Partitioning partitioning);
    }

    private static Edit partitioned(String name, OfPartitioning change) {
        return new Edit(
                name,
                (edited, random) -> random.maybe(edited.schema.tables().stream()
                                .filter(table -> table.partitioning().isPresent())
                                .toList())
                        .ifPresent(table -> change.apply(
                                edited, random, table, table.partitioning().orElseThrow())));
    }

    private static void addTable(EditedSchema edited, RandomChoices random) {
        RandomTable names = edited.names(random);
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of(
                names.name(), random.of(List.of(ColumnType.builtin("integer"), ColumnType.builtin("bigint")))));
        columns.add(names.column(edited.schema, random.oneIn(2)));
        columns.add(names.column(edited.schema, random.oneIn(2)));
        String key = columns.get(0).name();
        PartitionStrategy strategy = random.of(List.of(PartitionStrategy.values()));
        Partitioning partitioning =
                new Partitioning(strategy, List.of(IndexKey.column(key)), partitions(strategy, edited.tokens), false);
        Table table = Table.of(names.qualified(), columns).withPartitioning(Optional.of(partitioning));
        if (!random.oneIn(4)) {
            table = RandomTable.with(table, new Constraint.PrimaryKey(edited.tokens.next(), List.of(key)));
        }
        edited.set(edited.schema.withTables(Edit.plus(edited.schema.tables(), table)));
    }

    private static List<Partition> partitions(PartitionStrategy strategy, Tokens tokens) {
        List<PartitionBound> bounds = switch (strategy) {
            case RANGE ->
                List.of(
                        new PartitionBound.Range(
                                List.of(PartitionBound.End.FIRST), List.of(PartitionBound.End.of("2"))),
                        PartitionBound.DEFAULT);
            case LIST -> List.of(new PartitionBound.Values(List.of("1"), false), PartitionBound.DEFAULT);
            case HASH -> List.of(new PartitionBound.Hash(2, 0), new PartitionBound.Hash(2, 1));
        };
        return bounds.stream()
                .map(bound -> Partition.of(tokens.next(), bound, Optional.empty()))
                .toList();
    }

    /** Adds a partition, often for rows of the default partition, which move unless another table references them. */
    private static void addPartition(
            EditedSchema edited, RandomChoices random, Table table, Partitioning partitioning) {
        if (partitioning.strategy() == PartitionStrategy.HASH) {
            return;
        }
        String name = edited.tokens.next();
        int value = random.oneIn(4) || isReferenced(edited, table)
                ? Rows.WITH_NULLS + Tokens.number(name)
                : 2 + Tokens.number(name) % (Rows.WITH_NULLS - 1);
        Partition partition = Partition.of(name, bound(partitioning.strategy(), value), Optional.empty());
        if (partitioning.partitions().stream()
                .noneMatch(other -> other.bound().equals(partition.bound()))) {
            edited.replace(
                    table,
                    each -> each.withPartitioning(
                            Optional.of(partitioning.withPartitions(Edit.plus(partitioning.partitions(), partition)))));
        }
    }

    private static PartitionBound bound(PartitionStrategy strategy, int value) {
        return strategy == PartitionStrategy.RANGE
                ? new PartitionBound.Range(
                        List.of(PartitionBound.End.of(Integer.toString(value))),
                        List.of(PartitionBound.End.of(Integer.toString(value + 1))))
                : new PartitionBound.Values(List.of(Integer.toString(value)), false);
    }

    /** Drops a partition with its rows, which must not be referenced. */
    private static void dropPartition(
            EditedSchema edited, RandomChoices random, Table table, Partitioning partitioning) {
        if (!isReferenced(edited, table)) {
            random.maybe(partitioning.partitions())
                    .ifPresent(partition -> edited.replace(
                            table,
                            each -> each.withPartitioning(Optional.of(
                                    partitioning.withPartitions(Edit.without(partitioning.partitions(), partition))))));
        }
    }

    private static boolean isReferenced(EditedSchema edited, Table table) {
        return Stream.concat(edited.schema.tables().stream(), edited.before.tables().stream())
                .flatMap(each -> each.foreignKeys().stream())
                .map(key -> edited.origin(key.target().name()))
                .anyMatch(edited.origin(table.name().name())::equals);
    }
}
