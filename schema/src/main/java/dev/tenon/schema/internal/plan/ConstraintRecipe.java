package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.ConstraintIndex;
import dev.tenon.schema.Index;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.ddl.ConstraintDdl;
import dev.tenon.schema.internal.ddl.Ddl;
import dev.tenon.schema.internal.ddl.IndexDdl;
import dev.tenon.schema.internal.diff.ConstraintChange;
import dev.tenon.schema.internal.plan.shadow.ConstraintUniqueIndex;
import dev.tenon.schema.internal.plan.statement.Lock;
import dev.tenon.schema.internal.plan.statement.LockLevel;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import dev.tenon.schema.internal.plan.statement.TemporaryNames;
import dev.tenon.schema.internal.sql.ConstraintSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans changes of constraints of existing tables. Constraints are added for new rows first and validated without
 * blocking reads and writes; keys use an index that was built concurrently; the new form is in force before the old one
 * is dropped.
 */
final class ConstraintRecipe implements ConstraintChange.Cases<List<PlannedStatements>> {

    private final PlanContext context;
    private final InheritedTables inherited;

    ConstraintRecipe(PlanContext context) {
        this.context = context;
        this.inherited = new InheritedTables(context);
    }

    @Override
    public List<PlannedStatements> add(ConstraintChange.Add change) {
        StatementCollector fragments = new StatementCollector(change);
        if (context.isNew(change.table())) {
            return addToNew(change, fragments);
        }
        return add(
                        fragments,
                        change.table(),
                        change.constraint(),
                        change.constraint().name())
                .list();
    }

    @Override
    public List<PlannedStatements> drop(ConstraintChange.Drop change) {
        Constraint constraint = change.constraint();
        boolean key = constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique;
        boolean succeeded = constraint instanceof Constraint.ForeignKey reference
                && ReferenceSuccessors.isSucceeded(change.table(), reference, context);
        Ddl drop = ConstraintDdl.drop(change.table(), constraint.name());
        return new StatementCollector(change)
                .shortLock(
                        key ? Phase.DROP_CONSTRAINTS : succeeded ? Phase.REPLACED_REFERENCES : Phase.EARLY_DROPS,
                        constraint instanceof Constraint.Check ? inherited.alone(change.table(), drop) : drop,
                        locks(LockLevel.ACCESS_EXCLUSIVE, LockLevel.ACCESS_EXCLUSIVE, change.table(), constraint))
                .list();
    }

    @Override
    public List<PlannedStatements> rename(ConstraintChange.Rename change) {
        if (inherited.isInheritedCheck(change.table(), change.after())) {
            return List.of();
        }
        return new StatementCollector(change)
                .metadata(
                        Phase.RENAMES,
                        change.table(),
                        ConstraintDdl.rename(change.table(), change.before(), change.after()))
                .list();
    }

    @Override
    public List<PlannedStatements> replace(ConstraintChange.Replace change) {
        QualifiedName table = change.table();
        String interim = TemporaryNames.name(change.after().name());
        Phase phase = change.after() instanceof Constraint.ForeignKey ? Phase.REFERENCES : Phase.CONSTRAINTS;
        StatementCollector fragments = new StatementCollector(change);
        if (ConstraintSql.validates(change.before(), change.after())) {
            return validate(fragments, phase, table, change.after()).list();
        }
        if (change.after() instanceof Constraint.Check && change.before() instanceof Constraint.Check) {
            List<QualifiedName> below = inherited.withCheck(table, change.after().name());
            boolean above = inherited.isInheritedCheck(table, change.after().name());
            if (above || !below.isEmpty()) {
                add(fragments, table, change.after().withName(interim), interim);
                return (above ? fragments : fragments.atomic(phase, swap(change, interim, below))).list();
            }
        }
        return add(fragments, table, change.after().withName(interim), interim)
                .metadata(
                        phase, table, ConstraintDdl.drop(table, change.before().name()))
                .metadata(
                        phase,
                        table,
                        ConstraintDdl.rename(table, interim, change.after().name()))
                .list();
    }

    @Override
    public List<PlannedStatements> setParameters(ConstraintChange.SetParameters change) {
        if (context.table(change.table()).partitioning().isPresent()) {
            // The index of a partitioned table passes its parameters on only to indexes that are created on its
            // partitions.
            return replace(new ConstraintChange.Replace(change.table(), change.before(), change.after()));
        }
        StatementCollector fragments = new StatementCollector(change);
        ConstraintDdl.setParameters(change.table(), change.before(), change.after())
                .forEach(sql -> fragments.unlocked(Phase.INDEXES, sql));
        return fragments.list();
    }

    /** Lets the new check, which all the tables have, take the name of the old one; the server renames it in all. */
    private List<Statement> swap(ConstraintChange.Replace change, String interim, List<QualifiedName> below) {
        QualifiedName table = change.table();
        String name = change.after().name();
        StatementCollector swap = new StatementCollector(change)
                .metadata(Phase.CONSTRAINTS, table, inherited.alone(table, ConstraintDdl.drop(table, name)));
        below.forEach(each -> swap.metadata(
                Phase.CONSTRAINTS, each, inherited.alone(each, ConstraintDdl.drop(each, name))));
        return swap.shortLock(
                        Phase.CONSTRAINTS, ConstraintDdl.rename(table, interim, name), inherited.locks(table))
                .statements();
    }

    private List<PlannedStatements> addToNew(ConstraintChange.Add change, StatementCollector fragments) {
        Ddl sql = ConstraintDdl.add(change.table(), change.constraint());
        Optional<QualifiedName> old = target(change.constraint()).filter(target -> !context.isNew(target));
        return old.map(target -> fragments.shortLock(
                        Phase.REFERENCES, sql, StatementCollector.lock(LockLevel.SHARE_ROW_EXCLUSIVE, target)))
                .orElseGet(() -> fragments.unlocked(Phase.NEW_REFERENCES, sql))
                .list();
    }

    /** The index of a constraint has no comment. */
    private static StatementCollector withoutComment(
            StatementCollector fragments, QualifiedName table, Index index, Phase phase) {
        return index.comment().isEmpty()
                ? fragments
                : fragments.unlocked(phase, IndexDdl.comment(table, index.name(), Optional.empty()));
    }

    private StatementCollector add(
            StatementCollector fragments, QualifiedName table, Constraint constraint, String index) {
        return constraint.match(new Constraint.Cases<>() {
            @Override
            public StatementCollector primaryKey(Constraint.PrimaryKey key) {
                return key(key.columns(), false, key.index());
            }

            @Override
            public StatementCollector unique(Constraint.Unique unique) {
                return key(unique.columns(), unique.nullsNotDistinct(), unique.index());
            }

            private StatementCollector key(List<String> columns, boolean nullsNotDistinct, ConstraintIndex extras) {
                Optional<Index> adopted = AdoptedIndexes.of(context, table, constraint);
                if (adopted.isPresent()) {
                    return withoutComment(fragments, table, adopted.get(), Phase.CONSTRAINTS)
                            .shortLock(
                                    Phase.CONSTRAINTS,
                                    ConstraintDdl.addUsingIndex(
                                            table, constraint, adopted.get().name()),
                                    StatementCollector.lock(LockLevel.ACCESS_EXCLUSIVE, table));
                }
                Index made = ConstraintUniqueIndex.of(index, columns, nullsNotDistinct, extras);
                return partitioned(table, fragments)
                        .map(build -> build.key(constraint, made))
                        .orElseGet(() -> fragments
                                .build(table, IndexDdl.createConcurrently(table, made))
                                .shortLock(
                                        Phase.CONSTRAINTS,
                                        ConstraintDdl.addUsingIndex(table, constraint, index),
                                        StatementCollector.lock(LockLevel.ACCESS_EXCLUSIVE, table)));
            }

            @Override
            public StatementCollector check(Constraint.Check check) {
                return staged(Phase.CONSTRAINTS, LockLevel.ACCESS_EXCLUSIVE);
            }

            @Override
            public StatementCollector foreignKey(Constraint.ForeignKey key) {
                return partitioned(table, fragments)
                        .map(build -> build.foreignKey(
                                key,
                                onTarget(LockLevel.SHARE_ROW_EXCLUSIVE, table, key),
                                onTarget(LockLevel.ROW_SHARE, table, key)))
                        .orElseGet(() -> staged(Phase.REFERENCES, LockLevel.SHARE_ROW_EXCLUSIVE));
            }

            @Override
            public StatementCollector exclusion(Constraint.Exclusion exclusion) {
                return fragments.blockingBuild(Phase.CONSTRAINTS, table, ConstraintDdl.add(table, exclusion));
            }

            private StatementCollector staged(Phase phase, LockLevel level) {
                fragments.shortLock(
                        phase,
                        ConstraintDdl.addNotValid(table, constraint),
                        locks(level, LockLevel.SHARE_ROW_EXCLUSIVE, table, constraint));
                return constraint.validated() ? validate(fragments, phase, table, constraint) : fragments;
            }
        });
    }

    /** Checks existing rows without blocking reads and writes. */
    private StatementCollector validate(
            StatementCollector fragments, Phase phase, QualifiedName table, Constraint constraint) {
        return fragments.scan(
                phase,
                ConstraintDdl.validate(table, constraint.name()),
                locks(LockLevel.SHARE_UPDATE_EXCLUSIVE, LockLevel.ROW_SHARE, table, constraint));
    }

    /** The lock on the table and, for a foreign key to another existing table, the lock on that table. */
    private Lock[] locks(LockLevel own, LockLevel onTarget, QualifiedName table, Constraint constraint) {
        List<Lock> locks = new ArrayList<>(List.of(StatementCollector.lock(own, table)));
        locks.addAll(onTarget(onTarget, table, constraint));
        return locks.toArray(Lock[]::new);
    }

    private List<Lock> onTarget(LockLevel level, QualifiedName table, Constraint constraint) {
        return target(constraint)
                .filter(target -> !target.equals(table) && !context.isNew(target))
                .map(target -> StatementCollector.lock(level, target))
                .stream()
                .toList();
    }

    private Optional<PartitionedIndexBuild> partitioned(QualifiedName table, StatementCollector fragments) {
        return context.table(table).partitioning().map(how -> new PartitionedIndexBuild(table, how, fragments));
    }

    private static Optional<QualifiedName> target(Constraint constraint) {
        return constraint instanceof Constraint.ForeignKey key ? Optional.of(key.target()) : Optional.empty();
    }
}
