package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.Partition;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.ddl.ConstraintDdl;
import dev.tenon.schema.internal.ddl.Ddl;
import dev.tenon.schema.internal.ddl.IndexDdl;
import dev.tenon.schema.internal.derive.DefaultNames;
import dev.tenon.schema.internal.plan.statement.Lock;
import dev.tenon.schema.internal.plan.statement.LockLevel;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import dev.tenon.schema.internal.sql.ConstraintSql;
import dev.tenon.schema.internal.sql.IndexSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Builds indexes and constraints on a partitioned table without blocking writes: first on the table only, where they
 * are invalid, then on each partition, and then attaches them. It requires that all partitions are known; if some are
 * managed externally, one blocking statement is used, which needs acceptance.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterindex.html">ALTER INDEX … ATTACH PARTITION</a>
 */
final class PartitionedIndexBuild {

    private final QualifiedName table;
    private final Partitioning partitioning;
    private final StatementCollector fragments;

    PartitionedIndexBuild(QualifiedName table, Partitioning partitioning, StatementCollector fragments) {
        this.table = table;
        this.partitioning = partitioning;
        this.fragments = fragments;
    }

    /** Builds an index. */
    StatementCollector index(Index index) {
        if (partitioning.managedExternally()) {
            return fragments.closedBuild(Phase.INDEXES, table, IndexDdl.create(table, index));
        }
        fragments.shortLock(
                Phase.INDEXES, IndexDdl.createOnly(table, index), StatementCollector.lock(LockLevel.SHARE, table));
        for (QualifiedName partition : partitions()) {
            String own = own(partition, index.name(), IndexSql.create(table, index));
            fragments.build(partition, IndexDdl.createConcurrently(partition, index.withName(own)));
            attach(Phase.INDEXES, partition, index.name(), own);
        }
        return fragments;
    }

    /** Builds a primary key or unique constraint; the index has its columns and name. */
    StatementCollector key(Constraint constraint, Index index) {
        if (partitioning.managedExternally()) {
            return fragments.blockingBuild(Phase.CONSTRAINTS, table, ConstraintDdl.add(table, constraint));
        }
        fragments.shortLock(
                Phase.CONSTRAINTS,
                ConstraintDdl.addOnly(table, constraint),
                StatementCollector.lock(LockLevel.ACCESS_EXCLUSIVE, table));
        for (QualifiedName partition : partitions()) {
            String own = own(partition, index.name(), ConstraintSql.definition(constraint));
            fragments
                    .build(partition, IndexDdl.createConcurrently(partition, index.withName(own)))
                    .shortLock(
                            Phase.CONSTRAINTS,
                            ConstraintDdl.addUsingIndex(partition, constraint.withName(own), own),
                            StatementCollector.lock(LockLevel.ACCESS_EXCLUSIVE, partition));
            attach(Phase.CONSTRAINTS, partition, index.name(), own);
        }
        return fragments;
    }

    /**
     * Adds a foreign key. Before PostgreSQL 18 a partitioned table cannot have a NOT VALID foreign key. But it adopts
     * equal, validated foreign keys of its partitions without a scan.
     */
    StatementCollector foreignKey(Constraint.ForeignKey key, List<Lock> onTarget, List<Lock> whileChecking) {
        List<Lock> all = new ArrayList<>(List.of(StatementCollector.lock(LockLevel.SHARE_ROW_EXCLUSIVE, table)));
        Map<QualifiedName, String> parts = new TreeMap<>();
        if (!partitioning.managedExternally()) {
            for (QualifiedName partition : partitions()) {
                String own = own(partition, key.name(), ConstraintSql.definition(key));
                parts.put(partition, own);
                fragments
                        .shortLock(
                                Phase.REFERENCES,
                                ConstraintDdl.addNotValid(partition, key.withName(own)),
                                with(StatementCollector.lock(LockLevel.SHARE_ROW_EXCLUSIVE, partition), onTarget))
                        .scan(
                                Phase.REFERENCES,
                                ConstraintDdl.validate(partition, own),
                                with(
                                        StatementCollector.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, partition),
                                        whileChecking));
                all.add(StatementCollector.lock(LockLevel.SHARE_ROW_EXCLUSIVE, partition));
            }
        }
        all.addAll(onTarget);
        Lock[] locks = all.toArray(Lock[]::new);
        Ddl sql = ConstraintDdl.addOver(table, key, parts);
        return partitioning.managedExternally()
                ? fragments.scan(Phase.REFERENCES, sql, locks)
                : fragments.shortLock(Phase.REFERENCES, sql, locks);
    }

    private void attach(Phase phase, QualifiedName partition, String index, String own) {
        fragments.shortLock(
                phase,
                IndexDdl.attach(table, index, own),
                StatementCollector.lock(LockLevel.ACCESS_SHARE, table),
                StatementCollector.lock(LockLevel.ACCESS_SHARE, partition),
                StatementCollector.lock(LockLevel.ACCESS_EXCLUSIVE, partition.withName(own)));
    }

    private List<QualifiedName> partitions() {
        return partitioning.partitions().stream()
                .map(Partition::name)
                .map(table::withName)
                .toList();
    }

    /**
     * The name of a partition's index or constraint. PostgreSQL does not rename it with that of the table, so a hash of
     * the definition keeps the names of an old and a new form distinct.
     */
    private static String own(QualifiedName partition, String name, String definition) {
        return DefaultNames.distinct(partition.name() + "_" + name, definition);
    }

    private static Lock[] with(Lock first, List<Lock> others) {
        List<Lock> locks = new ArrayList<>(List.of(first));
        locks.addAll(others);
        return locks.toArray(Lock[]::new);
    }
}
