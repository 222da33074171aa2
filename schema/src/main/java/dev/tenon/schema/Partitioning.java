package dev.tenon.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The partitioning of a table. Partitions are tables in the PostgreSQL schema of the table.
 *
 * @param strategy the partitioning strategy
 * @param keys the partition key, in order
 * @param partitions the partitions, sorted by name
 * @param managedExternally whether another tool creates and drops undeclared partitions, so that they are not drift
 */
public record Partitioning(
        PartitionStrategy strategy, List<IndexKey> keys, List<Partition> partitions, boolean managedExternally) {

    public Partitioning {
        Objects.requireNonNull(strategy, "strategy");
        keys = Normalization.nonEmpty("a partition key", keys);
        partitions = Normalization.sorted("partitions", partitions);
    }

    /** The partition of that name, if there is one. */
    public Optional<Partition> partition(String name) {
        return KeyedLookup.find(partitions, name);
    }

    /** The default partition, if there is one. */
    public Optional<Partition> defaultPartition() {
        return partitions.stream()
                .filter(partition -> partition.bound() instanceof PartitionBound.Otherwise)
                .findFirst();
    }

    /** The key columns, without those in expressions. */
    public List<String> columns() {
        return keys.stream().flatMap(key -> key.column().stream()).toList();
    }

    /** Whether the strategy and the partition key are the same. */
    public boolean partitionsLike(Partitioning other) {
        return strategy == other.strategy && keys.equals(other.keys);
    }

    public Partitioning withKeys(List<IndexKey> others) {
        return new Partitioning(strategy, others, partitions, managedExternally);
    }

    public Partitioning withPartitions(List<Partition> others) {
        return new Partitioning(strategy, keys, others, managedExternally);
    }

    public Partitioning withManagedExternally(boolean other) {
        return new Partitioning(strategy, keys, partitions, other);
    }

    Partitioning mapPartitions(UnaryOperator<Partition> change) {
        return withPartitions(partitions.stream().map(change).toList());
    }
}
