package dev.tenon.schema.internal.diff;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Partition;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.QualifiedName;
import java.util.Optional;

/** A change to the partitioning of a table, or to one of its partitions. */
public sealed interface PartitionChange extends Change {

    /** One method for each kind of change. */
    interface Cases<R> {
        R create(Create change);

        R drop(Drop change);

        R rename(Rename change);

        R rebound(Rebound change);

        R partitionBy(PartitionBy change);
    }

    /** Calls the method for the kind of this change. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(Change.Cases<R> cases) {
        return cases.partition(this);
    }

    /**
     * Adds a partition to an existing table.
     *
     * @param table the table
     * @param partition the new partition
     */
    record Create(QualifiedName table, Partition partition) implements PartitionChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.create(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Creation(ObjectPath.partition(table, partition.name()), partition);
        }
    }

    /**
     * Drops a partition.
     *
     * @param table the table
     * @param partition the old partition
     */
    record Drop(QualifiedName table, Partition partition) implements PartitionChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.drop(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Removal(ObjectPath.partition(table, partition.name()), partition);
        }
    }

    /**
     * Renames a partition.
     *
     * @param table the table
     * @param before the old name
     * @param after the new name
     */
    record Rename(QualifiedName table, String before, String after) implements PartitionChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.rename(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Rename(ObjectPath.partition(table, before), ObjectPath.partition(table, after));
        }
    }

    /**
     * Changes the bound of a partition.
     *
     * @param table the table
     * @param before the old partition
     * @param after the new partition
     */
    record Rebound(QualifiedName table, Partition before, Partition after) implements PartitionChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.rebound(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Alteration(
                    ObjectPath.partition(table, after.name()), "bound", before.bound(), after.bound());
        }
    }

    /**
     * Changes, adds or removes the partitioning of a table.
     *
     * @param table the table
     * @param before the partitioning before
     * @param after the partitioning after
     */
    record PartitionBy(QualifiedName table, Optional<Partitioning> before, Optional<Partitioning> after)
            implements PartitionChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.partitionBy(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Alteration(ObjectPath.table(table), "partitioning", before, after);
        }
    }
}
