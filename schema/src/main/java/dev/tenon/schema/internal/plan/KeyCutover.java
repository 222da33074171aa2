package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.ddl.ConstraintDdl;
import dev.tenon.schema.internal.ddl.Ddl;
import dev.tenon.schema.internal.ddl.IndexDdl;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.plan.statement.LockLevel;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import dev.tenon.schema.internal.plan.statement.TemporaryNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces keys on which foreign keys rest. PostgreSQL bases a foreign key on the first index that fits, and drops none
 * that is in use, so the new foreign keys cannot be made beside the old key. The new index is built while the old key
 * exists. One transaction then drops the foreign keys and the key, makes the index the new key, and adds the foreign
 * keys for new rows, so that they always apply to writes. Existing rows are checked after it.
 */
final class KeyCutover {

    private final PlanContext context;
    private final List<KeyChange> gone;
    private final List<KeyChange> made;
    private final List<Reference> dropped;
    private final List<Reference> added;
    private final Set<ObjectPath> resting;

    /** A key with the change that drops or adds it. */
    record KeyChange(UniqueKey key, Change change) {}

    /** A foreign key, its table, and the change because of which it is dropped or added. */
    record Reference(QualifiedName table, Constraint.ForeignKey key, Change change) {}

    /**
     * A cutover.
     *
     * @param gone the keys that it drops
     * @param made the keys that it adds
     * @param dropped the foreign keys that it drops
     * @param added the foreign keys that it adds, or adds again
     * @param resting the views and routines that rest on dropped keys
     */
    KeyCutover(
            PlanContext context,
            List<KeyChange> gone,
            List<KeyChange> made,
            List<Reference> dropped,
            List<Reference> added,
            Set<ObjectPath> resting) {
        Comparator<KeyChange> byName = Comparator.comparing(
                        (KeyChange each) -> each.key().table())
                .thenComparing(each -> each.key().name());
        Comparator<Reference> byTable = Comparator.comparing(Reference::table)
                .thenComparing(each -> each.key().name());
        this.context = context;
        this.gone = gone.stream().sorted(byName).toList();
        this.made = made.stream().sorted(byName).toList();
        this.dropped = dropped.stream().sorted(byTable).toList();
        this.added = added.stream().sorted(byTable).toList();
        this.resting = Set.copyOf(resting);
    }

    /** The views and routines that must be dropped before the transaction and created again in it. */
    Set<ObjectPath> resting() {
        return resting;
    }

    /** Whether the statements are those of the transaction. */
    boolean concerns(PlannedStatements fragment) {
        return fragment.phase() == Phase.KEYS && fragment.statements().equals(together());
    }

    /** The builds, the transaction, and the checks of existing rows. */
    List<PlannedStatements> fragments() {
        List<PlannedStatements> fragments = new ArrayList<>();
        made.forEach(each -> fragments.addAll(build(each)));
        fragments.add(new PlannedStatements(Phase.KEYS, together(), true));
        for (Reference each : added) {
            fragments.addAll(new ReferenceRestoration(context, each).checks());
        }
        for (KeyChange each : made) {
            Index index = each.key().index();
            if (each.key().constraint().isEmpty() && index.comment().isPresent()) {
                fragments.addAll(new StatementCollector(each.change())
                        .unlocked(Phase.COMMENTS, IndexDdl.comment(each.key().table(), index.name(), index.comment()))
                        .list());
            }
        }
        return fragments;
    }

    /** The index of the new key, under a temporary name, while the old key exists. */
    private List<PlannedStatements> build(KeyChange added) {
        UniqueKey key = added.key();
        if (adopted(key).isPresent()) {
            return List.of();
        }
        Index index = key.index().withName(TemporaryNames.name(key.name()));
        StatementCollector fragments = new StatementCollector(added.change());
        Optional<Partitioning> partitioning = context.partitioning(key.table());
        if (partitioning.isEmpty()) {
            return fragments
                    .build(key.table(), IndexDdl.createConcurrently(key.table(), index))
                    .list();
        }
        PartitionedIndexBuild build = new PartitionedIndexBuild(key.table(), partitioning.get(), fragments);
        return key.constraint()
                .map(constraint -> build.key(constraint.withName(index.name()), index))
                .orElseGet(() -> build.index(index))
                .list();
    }

    private List<Statement> together() {
        List<Statement> together = new ArrayList<>();
        for (Reference each : dropped) {
            together.addAll(new StatementCollector(each.change())
                    .shortLock(
                            Phase.KEYS,
                            ConstraintDdl.drop(each.table(), each.key().name()),
                            ShadowCutover.locks(
                                    LockLevel.ACCESS_EXCLUSIVE, LockLevel.ACCESS_EXCLUSIVE, each.table(), each.key()))
                    .statements());
        }
        gone.forEach(each -> together.addAll(metadata(each, each.key().drop())));
        for (KeyChange each : made) {
            String interim = adopted(each.key())
                    .map(Index::name)
                    .orElseGet(() -> TemporaryNames.name(each.key().name()));
            adopted(each.key())
                    .filter(index -> index.comment().isPresent())
                    .ifPresent(index -> together.addAll(
                            metadata(each, IndexDdl.comment(each.key().table(), index.name(), Optional.empty()))));
            boolean partitioned = context.partitioning(each.key().table()).isPresent();
            together.addAll(metadata(
                    each, partitioned ? each.key().rename(interim) : each.key().adopt(interim)));
        }
        added.forEach(each -> together.addAll(new ReferenceRestoration(context, each).statements()));
        return together;
    }

    /** The unique index that becomes the index of the key, without a new build. */
    private Optional<Index> adopted(UniqueKey key) {
        return key.constraint().flatMap(constraint -> AdoptedIndexes.of(context, key.table(), constraint));
    }

    private static List<Statement> metadata(KeyChange of, Ddl sql) {
        return new StatementCollector(of.change())
                .metadata(Phase.KEYS, of.key().table(), sql)
                .statements();
    }
}
