package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Partition;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.ddl.ConstraintDdl;
import dev.tenon.schema.internal.ddl.PartitionDdl;
import dev.tenon.schema.internal.ddl.RowsDdl;
import dev.tenon.schema.internal.ddl.TableDdl;
import dev.tenon.schema.internal.derive.DefaultNames;
import dev.tenon.schema.internal.plan.statement.Lock;
import dev.tenon.schema.internal.plan.statement.LockLevel;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import dev.tenon.schema.internal.sql.PartitionConditionSql;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the rows of a new partition out of the default partition, and attaches the new partition. The rows move in the
 * transaction that attaches it, so that every query of the table finds them. The indexes, foreign keys and checks of the
 * new partition are complete before, so that attaching scans nothing while it blocks others.
 */
final class DefaultPartitionRows {

    private static final Phase PHASE = Phase.PARTITIONS;

    private final PlanContext context;
    private final QualifiedName table;
    private final Partition partition;
    private final QualifiedName own;
    private final QualifiedName otherwise;
    private final Constraint.Check within;
    private final Constraint.Check without;

    private DefaultPartitionRows(
            PlanContext context, QualifiedName table, Partition partition, Partition otherwise, String condition) {
        this.context = context;
        this.table = table;
        this.partition = partition;
        this.own = table.withName(partition.name());
        this.otherwise = table.withName(otherwise.name());
        this.within = new Constraint.Check(DefaultNames.fit(partition.name() + "_tenon"), condition, true);
        this.without = new Constraint.Check(
                DefaultNames.fit(otherwise.name() + "_" + partition.name() + "_tenon"),
                "NOT (" + condition + ")",
                true);
    }

    /** The rows of a new partition; empty if the table has no default partition yet. */
    static Optional<DefaultPartitionRows> of(PlanContext context, QualifiedName table, Partition partition) {
        Optional<Partitioning> partitioning = context.table(table).partitioning();
        return partitioning
                .flatMap(Partitioning::defaultPartition)
                .filter(rest -> !context.isNewPartition(table, table.withName(rest.name())))
                .flatMap(rest -> PartitionConditionSql.of(partitioning.orElseThrow(), partition.bound())
                        .map(condition -> new DefaultPartitionRows(context, table, partition, rest, condition)));
    }

    /**
     * Adds the statements.
     *
     * @param created the statements that create the new partition as a table of its own
     * @param targets the other tables that the table references
     */
    StatementCollector moveAndAttach(
            StatementCollector fragments, StatementCollector created, List<QualifiedName> targets) {
        created.unlocked(PHASE, ConstraintDdl.add(own, within));
        for (Constraint.ForeignKey key : references()) {
            created.shortLock(
                    PHASE,
                    ConstraintDdl.add(own, key),
                    StatementCollector.lock(LockLevel.SHARE_ROW_EXCLUSIVE, key.target()));
        }
        fragments.atomic(PHASE, created.statements()).shortLock(
                PHASE,
                ConstraintDdl.addNotValid(otherwise, without),
                StatementCollector.lock(LockLevel.ACCESS_EXCLUSIVE, otherwise));
        List<Lock> locks = new ArrayList<>(List.of(
                StatementCollector.lock(LockLevel.ACCESS_EXCLUSIVE, table),
                StatementCollector.lock(LockLevel.ACCESS_EXCLUSIVE, otherwise)));
        targets.forEach(target -> locks.add(StatementCollector.lock(LockLevel.SHARE_ROW_EXCLUSIVE, target)));
        StatementCollector together = new StatementCollector(fragments.change())
                .rowMove(
                        PHASE,
                        otherwise,
                        RowsDdl.move(table, otherwise.name(), own.name(), columns(), within.expression()))
                .scan(
                        PHASE,
                        ConstraintDdl.validate(otherwise, without.name()),
                        StatementCollector.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, otherwise))
                .shortLock(
                        PHASE,
                        TableDdl.lockAlone(table),
                        StatementCollector.lock(LockLevel.ACCESS_EXCLUSIVE, table))
                .shortLock(
                        PHASE,
                        PartitionDdl.attach(
                                table,
                                partition.name(),
                                partition.bound(),
                                references().stream()
                                        .map(Constraint.ForeignKey::name)
                                        .toList()),
                        locks.toArray(Lock[]::new))
                .metadata(PHASE, otherwise, ConstraintDdl.drop(otherwise, without.name()))
                .unlocked(PHASE, ConstraintDdl.drop(own, within.name()));
        return fragments.atomic(PHASE, together.statements());
    }

    /** The columns in this phase: new ones have been added, old ones not yet dropped. */
    private List<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        stored(context.before(table).columns(), columns);
        stored(context.table(table).columns(), columns);
        return List.copyOf(columns);
    }

    private static void stored(List<Column> all, Set<String> columns) {
        all.stream().filter(column -> !column.generated()).map(Column::name).forEach(columns::add);
    }

    /**
     * The foreign keys that the table keeps. Attaching adopts those of the partition, which the moved rows have met one
     * by one, and would check all rows for others. If the table references itself, no row is moved.
     */
    private List<Constraint.ForeignKey> references() {
        return context.before(table).foreignKeys().stream()
                .filter(key -> key.validated() && !key.target().equals(table))
                .filter(key -> context.table(table).foreignKeys().contains(key))
                .toList();
    }
}
