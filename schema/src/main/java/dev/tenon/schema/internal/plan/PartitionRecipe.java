package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Partition;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.ddl.GrantDdl;
import dev.tenon.schema.internal.ddl.PartitionDdl;
import dev.tenon.schema.internal.ddl.TableDdl;
import dev.tenon.schema.internal.diff.PartitionChange;
import dev.tenon.schema.internal.plan.statement.Lock;
import dev.tenon.schema.internal.plan.statement.LockLevel;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans changes of partitions of existing tables. A new partition is created as a table of its own, secured, and
 * attached when it is complete; unlike {@code CREATE TABLE … PARTITION OF}, that does not block reads and writes.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE">
 *     Partition Maintenance</a>
 */
final class PartitionRecipe implements PartitionChange.Cases<List<PlannedStatements>> {

    private final PlanContext context;

    PartitionRecipe(PlanContext context) {
        this.context = context;
    }

    /**
     * Creates a partition of a new table. No other session uses the table yet, so {@code PARTITION OF} blocks no other
     * session.
     */
    static void createWith(Table table, Partition partition, StatementCollector fragments) {
        fragments.unlocked(Phase.TABLES, PartitionDdl.create(table.name(), partition.name(), partition.bound()));
        guard(table.name(), partition, Phase.TABLES, fragments);
    }

    @Override
    public List<PlannedStatements> create(PartitionChange.Create change) {
        QualifiedName table = change.table();
        Partition partition = change.partition();
        StatementCollector fragments = new StatementCollector(change);
        Optional<DefaultPartitionRows> otherwise = DefaultPartitionRows.of(context, table, partition);
        if (otherwise.isPresent()) {
            StatementCollector created = new StatementCollector(change)
                    .unlocked(Phase.PARTITIONS, PartitionDdl.createIndexed(table, partition.name()));
            guard(table, partition, Phase.PARTITIONS, created);
            return otherwise
                    .get()
                    .moveAndAttach(fragments, created, targets(table))
                    .list();
        }
        fragments.unlocked(Phase.PARTITIONS, PartitionDdl.createAlone(table, partition.name()));
        guard(table, partition, Phase.PARTITIONS, fragments);
        List<Lock> locks = new ArrayList<>(List.of(StatementCollector.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, table)));
        targets(table).forEach(target -> locks.add(StatementCollector.lock(LockLevel.SHARE_ROW_EXCLUSIVE, target)));
        return fragments
                .shortLock(
                        Phase.PARTITIONS,
                        PartitionDdl.attach(table, partition.name(), partition.bound()),
                        locks.toArray(Lock[]::new))
                .list();
    }

    @Override
    public List<PlannedStatements> drop(PartitionChange.Drop change) {
        QualifiedName table = change.table();
        QualifiedName partition = table.withName(change.partition().name());
        StatementCollector fragments = new StatementCollector(change);
        if (context.before(table)
                .partitioning()
                .flatMap(Partitioning::defaultPartition)
                .isPresent()) {
            fragments.shortLock(
                    Phase.EARLY_DROPS,
                    PartitionDdl.detach(table, partition.name()),
                    StatementCollector.lock(LockLevel.ACCESS_EXCLUSIVE, table));
        } else {
            fragments.nonTransactional(
                    Phase.EARLY_DROPS,
                    PartitionDdl.detachConcurrently(table, partition.name()),
                    StatementCollector.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, table),
                    StatementCollector.lock(LockLevel.ACCESS_EXCLUSIVE, partition));
        }
        List<Lock> locks = new ArrayList<>(List.of(StatementCollector.lock(LockLevel.ACCESS_EXCLUSIVE, partition)));
        targets(table).forEach(target -> locks.add(StatementCollector.lock(LockLevel.ACCESS_EXCLUSIVE, target)));
        new PolicyBlockedDrops(context).close(table, change.partition(), fragments);
        return fragments
                .shortLock(Phase.DROP_TABLES, PartitionDdl.drop(partition), locks.toArray(Lock[]::new))
                .list();
    }

    @Override
    public List<PlannedStatements> rename(PartitionChange.Rename change) {
        QualifiedName partition = change.table().withName(change.before());
        return new StatementCollector(change)
                .metadata(Phase.RENAMES, partition, PartitionDdl.rename(partition, change.after()))
                .list();
    }

    @Override
    public List<PlannedStatements> rebound(PartitionChange.Rebound change) {
        throw new IllegalStateException("the gate should have refused to change the bound of " + change.path());
    }

    @Override
    public List<PlannedStatements> partitionBy(PartitionChange.PartitionBy change) {
        throw new IllegalStateException("the gate should have refused to change the partitioning of " + change.path());
    }

    private static void guard(QualifiedName table, Partition partition, Phase phase, StatementCollector fragments) {
        QualifiedName own = table.withName(partition.name());
        if (partition.comment().isPresent()) {
            fragments.unlocked(phase, TableDdl.comment(own, partition.comment()));
        }
        TableRecipe.guard(own, partition.rowSecurity(), partition.policies(), phase, fragments);
        partition.grants().forEach(grant -> fragments.unlocked(phase, GrantDdl.grant(ObjectPath.table(own), grant)));
    }

    private List<QualifiedName> targets(QualifiedName table) {
        return context.before(table).foreignKeys().stream()
                .map(Constraint.ForeignKey::target)
                .filter(target -> !target.equals(table))
                .distinct()
                .sorted()
                .toList();
    }
}
