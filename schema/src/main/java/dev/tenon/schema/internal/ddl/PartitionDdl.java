package dev.tenon.schema.internal.ddl;

import dev.tenon.schema.Partition;
import dev.tenon.schema.PartitionBound;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.simulation.CatalogEffect;
import dev.tenon.schema.internal.simulation.CatalogName;
import dev.tenon.schema.internal.simulation.ObjectType;
import dev.tenon.schema.internal.simulation.TableDefinitions;
import dev.tenon.schema.internal.sql.PartitionSql;
import dev.tenon.schema.internal.sql.TableSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements about partitions. */
public final class PartitionDdl {

    private PartitionDdl() {}

    /** Creates a partition of a new table. */
    public static Ddl create(QualifiedName table, String partition, PartitionBound bound) {
        return Ddl.create(
                PartitionSql.create(table, partition, bound),
                TableDefinitions.partition(table, Partition.of(partition, bound, Optional.empty())));
    }

    /** Creates a table like the partitioned one, to be attached later. */
    public static Ddl createAlone(QualifiedName table, String partition) {
        return Ddl.create(
                PartitionSql.createAlone(table, partition),
                TableDefinitions.futurePartition(table, table.withName(partition)));
    }

    /** Creates a table like the partitioned one, with its indexes, to be filled and attached later. */
    public static Ddl createIndexed(QualifiedName table, String partition) {
        return Ddl.create(
                PartitionSql.createIndexed(table, partition),
                TableDefinitions.futurePartition(table, table.withName(partition)));
    }

    public static Ddl attach(QualifiedName table, String partition, PartitionBound bound) {
        return attach(table, partition, bound, List.of());
    }

    /**
     * Attaches a partition.
     *
     * @param references the names of the table's foreign keys that the partition already has
     */
    public static Ddl attach(QualifiedName table, String partition, PartitionBound bound, List<String> references) {
        QualifiedName own = table.withName(partition);
        List<CatalogEffect> effects = new ArrayList<>();
        effects.add(new CatalogEffect.Attach(CatalogName.relation(own), CatalogName.relation(table)));
        references.forEach(name -> effects.add(
                new CatalogEffect.Attach(CatalogName.constraint(own, name), CatalogName.constraint(table, name))));
        return new Ddl(PartitionSql.attach(table, partition, bound), effects);
    }

    public static Ddl detach(QualifiedName table, String partition) {
        return Ddl.of(PartitionSql.detach(table, partition), detached(table, partition));
    }

    /** Detaches without blocking reads and writes; not possible inside a transaction or with a default partition. */
    public static Ddl detachConcurrently(QualifiedName table, String partition) {
        return Ddl.of(PartitionSql.detachConcurrently(table, partition), detached(table, partition));
    }

    /** Renames a partition. */
    public static Ddl rename(QualifiedName partition, String name) {
        return Ddl.rename(
                TableSql.rename(partition, name),
                CatalogName.relation(partition),
                CatalogName.relation(partition.withName(name)));
    }

    /** Moves a partition to the schema of its table. */
    public static Ddl move(QualifiedName partition, String schema) {
        return TableDdl.move(partition, schema);
    }

    /** Drops a partition that was detached. */
    public static Ddl drop(QualifiedName partition) {
        return Ddl.drop(TableSql.drop(partition), ObjectType.TABLE, CatalogName.relation(partition));
    }

    private static CatalogEffect detached(QualifiedName table, String partition) {
        return new CatalogEffect.Detach(CatalogName.relation(table.withName(partition)));
    }
}
