package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.ddl.ConstraintDdl;
import dev.tenon.schema.internal.ddl.Ddl;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.plan.statement.LockLevel;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Drops keys together with the foreign keys that reference them, because PostgreSQL drops no referenced key. Foreign
 * keys that stay are recreated in the same transaction, so that they always apply to writes, and validated after it.
 */
final class PrimaryKeyReplacement {

    private final PlanContext context;
    private final QualifiedName table;
    private final Change change;

    PrimaryKeyReplacement(PlanContext context, QualifiedName table, Change change) {
        this.context = context;
        this.table = table;
        this.change = change;
    }

    /** A foreign key and its table. */
    private record Reference(QualifiedName table, Constraint.ForeignKey key) {}

    /** Whether the foreign key is dropped because of the key that it references, rather than on its own. */
    static boolean takes(PlanContext context, Constraint.ForeignKey key) {
        return !context.isNew(key.target())
                && context.after().table(key.target()).isPresent()
                && replaced(context, key.target())
                        .filter(old -> rests(key, key.target(), old))
                        .isPresent();
    }

    /** The old primary key, if another one replaces it. */
    static Optional<Constraint.PrimaryKey> replaced(PlanContext context, QualifiedName table) {
        Optional<Constraint.PrimaryKey> now = context.table(table).primaryKey();
        return context.before(table)
                .primaryKey()
                .filter(old -> now.filter(key -> !sameKey(old, key)).isPresent());
    }

    /** Drops a key, with the foreign keys that reference it. */
    List<PlannedStatements> drop(Phase phase, Constraint key) {
        return replace(phase, List.of(key), List.of(), references(context.after(), key));
    }

    /** Drops keys and creates another one in the same transaction. */
    List<PlannedStatements> replace(Phase phase, List<Constraint> gone, Ddl made) {
        List<Reference> resting = new ArrayList<>();
        gone.forEach(key -> resting.addAll(references(context.before(), key)));
        return replace(phase, gone, List.of(made), resting);
    }

    private List<PlannedStatements> replace(
            Phase phase, List<Constraint> gone, List<Ddl> made, List<Reference> resting) {
        StatementCollector together = new StatementCollector(change);
        StatementCollector checked = new StatementCollector(change);
        for (Reference reference : resting) {
            together.metadata(
                    phase,
                    reference.table(),
                    ConstraintDdl.drop(reference.table(), reference.key().name()));
        }
        gone.forEach(key -> together.metadata(phase, table, ConstraintDdl.drop(table, key.name())));
        made.forEach(sql -> together.metadata(phase, table, sql));
        for (Reference reference : resting) {
            if (stays(reference)) {
                addBack(reference, phase, together, checked);
            }
        }
        List<PlannedStatements> fragments =
                new ArrayList<>(List.of(new PlannedStatements(phase, together.statements(), true)));
        fragments.addAll(checked.list());
        return fragments;
    }

    private void addBack(Reference reference, Phase phase, StatementCollector together, StatementCollector checked) {
        QualifiedName owner = reference.table();
        Constraint.ForeignKey key = reference.key();
        if (context.table(owner).partitioning().isPresent()) {
            together.metadata(phase, owner, ConstraintDdl.add(owner, key));
            return;
        }
        together.metadata(phase, owner, ConstraintDdl.addNotValid(owner, key));
        checked.scan(
                phase,
                ConstraintDdl.validate(owner, key.name()),
                StatementCollector.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, owner),
                StatementCollector.lock(LockLevel.ROW_SHARE, key.target()));
    }

    private boolean stays(Reference reference) {
        return context.table(reference.table()).constraints().contains(reference.key());
    }

    /**
     * The foreign keys that reference the key, under their current names, without those that are dropped on their own.
     */
    private List<Reference> references(Schema schema, Constraint key) {
        List<Reference> found = new ArrayList<>();
        for (Table owner : schema.tables()) {
            Optional<Table> after = context.after().table(owner.name());
            for (Constraint.ForeignKey reference : owner.foreignKeys()) {
                if (rests(reference, table, key)) {
                    after.flatMap(now -> now.foreignKeys().stream()
                                    .filter(each -> each.name().equals(reference.name())
                                            || each.withName(reference.name()).equals(reference))
                                    .findFirst())
                            .ifPresent(now -> found.add(new Reference(owner.name(), reference.withName(now.name()))));
                }
            }
        }
        return found;
    }

    private static boolean rests(Constraint.ForeignKey reference, QualifiedName table, Constraint key) {
        return reference.target().equals(table)
                && new HashSet<>(reference.targetColumns()).equals(new HashSet<>(columns(key)));
    }

    private static List<String> columns(Constraint key) {
        if (key instanceof Constraint.PrimaryKey primary) {
            return primary.columns();
        }
        return key instanceof Constraint.Unique unique ? unique.columns() : List.of();
    }

    private static boolean sameKey(Constraint.PrimaryKey old, Constraint.PrimaryKey now) {
        return old.columns().equals(now.columns())
                && old.index().include().equals(now.index().include());
    }
}
