package dev.tenon.schema.plan;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.KeyIndex;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.diff.ConstraintChange;
import dev.tenon.schema.sql.ConstraintSql;
import dev.tenon.schema.sql.IndexSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans changes of constraints of existing tables. Constraints are added for new rows first and validated without
 * blocking reads and writes; keys use an index that was built concurrently; the new form is in force before the old one
 * is dropped.
 */
final class ConstraintRecipe implements ConstraintChange.Cases<List<Fragment>> {

    private final PlanContext context;

    ConstraintRecipe(PlanContext context) {
        this.context = context;
    }

    @Override
    public List<Fragment> add(ConstraintChange.Add change) {
        Fragments fragments = new Fragments(change);
        if (context.isNew(change.table())) {
            return addToNew(change, fragments);
        }
        if (takesPlace(change.table(), change.constraint())) {
            return swap(
                    fragments,
                    change.table(),
                    List.of(KeySwap.swapped(context, change.table()).orElseThrow()),
                    change.constraint());
        }
        return add(
                        fragments,
                        change.table(),
                        change.constraint(),
                        change.constraint().name())
                .list();
    }

    @Override
    public List<Fragment> drop(ConstraintChange.Drop change) {
        Constraint constraint = change.constraint();
        boolean key = constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique;
        boolean stays = context.after().table(change.table()).isPresent();
        if (stays && constraint instanceof Constraint.PrimaryKey && takesPlace(change.table())) {
            return List.of();
        }
        if (stays && key) {
            return new KeySwap(context, change.table(), change).drop(Phase.DROP_CONSTRAINTS, constraint);
        }
        return new Fragments(change)
                .brief(
                        key ? Phase.DROP_CONSTRAINTS : Phase.EARLY_DROPS,
                        ConstraintSql.drop(change.table(), constraint.name()),
                        locks(LockLevel.ACCESS_EXCLUSIVE, LockLevel.ACCESS_EXCLUSIVE, change.table(), constraint))
                .list();
    }

    @Override
    public List<Fragment> rename(ConstraintChange.Rename change) {
        return new Fragments(change)
                .metadata(
                        Phase.RENAMES,
                        change.table(),
                        ConstraintSql.rename(change.table(), change.before(), change.after()))
                .list();
    }

    @Override
    public List<Fragment> replace(ConstraintChange.Replace change) {
        QualifiedName table = change.table();
        String interim = Interim.name(change.after().name());
        Phase phase = change.after() instanceof Constraint.ForeignKey ? Phase.REFERENCES : Phase.CONSTRAINTS;
        Fragments fragments = new Fragments(change);
        if (ConstraintSql.validates(change.before(), change.after())) {
            return validate(fragments, phase, table, change.after()).list();
        }
        if (change.before() instanceof Constraint.PrimaryKey old && takesPlace(table, change.after())) {
            return swap(fragments, table, List.of(old), change.after());
        }
        if (change.before() instanceof Constraint.ForeignKey old
                && change.after() instanceof Constraint.ForeignKey
                && KeySwap.takes(context, old)) {
            return add(fragments, table, change.after(), change.after().name()).list();
        }
        return add(fragments, table, change.after().withName(interim), interim)
                .metadata(
                        phase, table, ConstraintSql.drop(table, change.before().name()))
                .metadata(
                        phase,
                        table,
                        ConstraintSql.rename(table, interim, change.after().name()))
                .list();
    }

    @Override
    public List<Fragment> setParameters(ConstraintChange.SetParameters change) {
        if (context.table(change.table()).partitioning().isPresent()) {
            // The index of a partitioned table passes its parameters on only to indexes that are created on its
            // partitions.
            return replace(new ConstraintChange.Replace(change.table(), change.before(), change.after()));
        }
        Fragments fragments = new Fragments(change);
        ConstraintSql.setParameters(change.table(), change.before(), change.after())
                .forEach(sql -> fragments.free(Phase.INDEXES, sql));
        return fragments.list();
    }

    /** Whether it is a primary key that replaces another one; PostgreSQL does not allow two primary keys. */
    private boolean takesPlace(QualifiedName table, Constraint constraint) {
        return constraint instanceof Constraint.PrimaryKey && takesPlace(table);
    }

    private boolean takesPlace(QualifiedName table) {
        return context.table(table).partitioning().isEmpty()
                && KeySwap.swapped(context, table).isPresent();
    }

    /** The index is built while the old key exists; then one transaction drops the old key and adds the new one. */
    private List<Fragment> swap(
            Fragments fragments, QualifiedName table, List<Constraint> gone, Constraint constraint) {
        String interim = Interim.name(constraint.name());
        Constraint.PrimaryKey key = (Constraint.PrimaryKey) constraint;
        List<Fragment> all = new ArrayList<>(fragments
                .build(
                        table,
                        IndexSql.createConcurrently(table, UniqueIndex.of(interim, key.columns(), false, key.index())))
                .list());
        all.addAll(new KeySwap(context, table, fragments.change())
                .replace(Phase.KEYS, gone, ConstraintSql.addUsingIndex(table, key, interim)));
        return all;
    }

    private List<Fragment> addToNew(ConstraintChange.Add change, Fragments fragments) {
        String sql = ConstraintSql.add(change.table(), change.constraint());
        Optional<QualifiedName> old = target(change.constraint()).filter(target -> !context.isNew(target));
        return old.map(target ->
                        fragments.brief(Phase.REFERENCES, sql, Fragments.lock(LockLevel.SHARE_ROW_EXCLUSIVE, target)))
                .orElseGet(() -> fragments.free(Phase.NEW_REFERENCES, sql))
                .list();
    }

    private Fragments add(Fragments fragments, QualifiedName table, Constraint constraint, String index) {
        return constraint.match(new Constraint.Cases<>() {
            @Override
            public Fragments primaryKey(Constraint.PrimaryKey key) {
                return key(key.columns(), false, key.index());
            }

            @Override
            public Fragments unique(Constraint.Unique unique) {
                return key(unique.columns(), unique.nullsNotDistinct(), unique.index());
            }

            private Fragments key(List<String> columns, boolean nullsNotDistinct, KeyIndex extras) {
                Index made = UniqueIndex.of(index, columns, nullsNotDistinct, extras);
                return partitioned(table, fragments)
                        .map(build -> build.key(constraint, made))
                        .orElseGet(() -> fragments
                                .build(table, IndexSql.createConcurrently(table, made))
                                .brief(
                                        Phase.CONSTRAINTS,
                                        ConstraintSql.addUsingIndex(table, constraint, index),
                                        Fragments.lock(LockLevel.ACCESS_EXCLUSIVE, table)));
            }

            @Override
            public Fragments check(Constraint.Check check) {
                return staged(Phase.CONSTRAINTS, LockLevel.ACCESS_EXCLUSIVE);
            }

            @Override
            public Fragments foreignKey(Constraint.ForeignKey key) {
                return partitioned(table, fragments)
                        .map(build -> build.foreignKey(
                                key,
                                onTarget(LockLevel.SHARE_ROW_EXCLUSIVE, table, key),
                                onTarget(LockLevel.ROW_SHARE, table, key)))
                        .orElseGet(() -> staged(Phase.REFERENCES, LockLevel.SHARE_ROW_EXCLUSIVE));
            }

            @Override
            public Fragments exclusion(Constraint.Exclusion exclusion) {
                return fragments.blockingBuild(Phase.CONSTRAINTS, table, ConstraintSql.add(table, exclusion));
            }

            private Fragments staged(Phase phase, LockLevel level) {
                fragments.brief(
                        phase,
                        ConstraintSql.addNotValid(table, constraint),
                        locks(level, LockLevel.SHARE_ROW_EXCLUSIVE, table, constraint));
                return constraint.validated() ? validate(fragments, phase, table, constraint) : fragments;
            }
        });
    }

    /** Reads the rows that were there before, while others read and write them. */
    private Fragments validate(Fragments fragments, Phase phase, QualifiedName table, Constraint constraint) {
        return fragments.scan(
                phase,
                ConstraintSql.validate(table, constraint.name()),
                locks(LockLevel.SHARE_UPDATE_EXCLUSIVE, LockLevel.ROW_SHARE, table, constraint));
    }

    /** The lock on the table itself, and on the referenced one where that is another that was there before. */
    private Lock[] locks(LockLevel own, LockLevel onTarget, QualifiedName table, Constraint constraint) {
        List<Lock> locks = new ArrayList<>(List.of(Fragments.lock(own, table)));
        locks.addAll(onTarget(onTarget, table, constraint));
        return locks.toArray(Lock[]::new);
    }

    private List<Lock> onTarget(LockLevel level, QualifiedName table, Constraint constraint) {
        return target(constraint)
                .filter(target -> !target.equals(table) && !context.isNew(target))
                .map(target -> Fragments.lock(level, target))
                .stream()
                .toList();
    }

    private Optional<PartitionedBuild> partitioned(QualifiedName table, Fragments fragments) {
        return context.table(table).partitioning().map(how -> new PartitionedBuild(table, how, fragments));
    }

    private static Optional<QualifiedName> target(Constraint constraint) {
        return constraint instanceof Constraint.ForeignKey key ? Optional.of(key.target()) : Optional.empty();
    }
}
