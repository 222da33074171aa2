package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.ddl.ConstraintDdl;
import dev.tenon.schema.internal.plan.statement.LockLevel;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import dev.tenon.schema.internal.plan.statement.StatementCost;
import java.util.List;
import java.util.Optional;

/**
 * Adds a foreign key in the transaction of a key's cutover, for new rows only, and checks existing rows after it. On a
 * partitioned table the foreign keys of its partitions apply until all of them are checked.
 */
final class ReferenceRestoration {

    private final PlanContext context;
    private final KeyCutover.Reference reference;
    private final QualifiedName table;
    private final Constraint.ForeignKey key;

    ReferenceRestoration(PlanContext context, KeyCutover.Reference reference) {
        this.context = context;
        this.reference = reference;
        this.table = reference.table();
        this.key = reference.key();
    }

    /** The statements of the transaction. */
    List<Statement> statements() {
        Optional<Partitioning> partitioning = context.partitioning(table);
        if (partitioning.isPresent()) {
            return overPartitions(partitioning.get()).stream()
                    .filter(fragment -> isImmediate(fragment, partitioning.get()))
                    .flatMap(fragment -> fragment.statements().stream())
                    .toList();
        }
        return collector()
                .shortLock(
                        Phase.KEYS,
                        ConstraintDdl.addNotValid(table, key),
                        ShadowCutover.locks(LockLevel.SHARE_ROW_EXCLUSIVE, LockLevel.SHARE_ROW_EXCLUSIVE, table, key))
                .statements();
    }

    /** The statements after the transaction. */
    List<PlannedStatements> checks() {
        Optional<Partitioning> partitioning = context.partitioning(table);
        if (partitioning.isPresent()) {
            return overPartitions(partitioning.get()).stream()
                    .filter(fragment -> !isImmediate(fragment, partitioning.get()))
                    .toList();
        }
        if (!key.validated()) {
            return List.of();
        }
        return collector()
                .scan(
                        Phase.REFERENCES,
                        ConstraintDdl.validate(table, key.name()),
                        ShadowCutover.locks(LockLevel.SHARE_UPDATE_EXCLUSIVE, LockLevel.ROW_SHARE, table, key))
                .list();
    }

    private List<PlannedStatements> overPartitions(Partitioning partitioning) {
        StatementCollector collector = collector();
        boolean self = key.target().equals(table);
        new PartitionedIndexBuild(table, partitioning, collector)
                .foreignKey(
                        key,
                        self
                                ? List.of()
                                : List.of(StatementCollector.lock(LockLevel.SHARE_ROW_EXCLUSIVE, key.target())),
                        self ? List.of() : List.of(StatementCollector.lock(LockLevel.ROW_SHARE, key.target())));
        return collector.list();
    }

    /** The keys of the partitions come first; the last statement makes that of the table of them. */
    private boolean isImmediate(PlannedStatements fragment, Partitioning partitioning) {
        List<PlannedStatements> all = overPartitions(partitioning);
        boolean last = fragment.statements().equals(all.get(all.size() - 1).statements());
        boolean first = fragment.statements().get(0).cost() == StatementCost.METADATA && !last;
        return first || partitioning.managedExternally();
    }

    private StatementCollector collector() {
        return new StatementCollector(reference.change());
    }
}
