package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.plan.shadow.UnionFind;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the keys that the migration drops while foreign keys or views rest on them, and what must change in the same
 * transaction. All other changes of keys are planned one by one.
 */
final class KeyCutovers {

    private final PlanContext context;
    private final KeyChanges changes;
    private final KeyDependents dependents;
    private final Set<Change> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<KeyCutover> cutovers = new ArrayList<>();

    private KeyCutovers(List<Change> changes, PlanContext context) {
        this.context = context;
        this.changes = KeyChanges.of(changes, context);
        this.dependents = new KeyDependents(this.changes.dropped().isEmpty() ? Schema.EMPTY : context.before());
    }

    static KeyCutovers of(List<Change> changes, PlanContext context) {
        KeyCutovers found = new KeyCutovers(changes, context);
        if (!found.changes.dropped().isEmpty()) {
            found.find();
        }
        return found;
    }

    List<KeyCutover> all() {
        return List.copyOf(cutovers);
    }

    /** Whether a cutover makes the change. */
    boolean takes(Change change) {
        return taken.contains(change);
    }

    List<PlannedStatements> fragments() {
        return cutovers.stream().flatMap(each -> each.fragments().stream()).toList();
    }

    private void find() {
        Set<QualifiedName> tables = new TreeSet<>();
        changes.dropped().keySet().stream().filter(this::isNeeded).forEach(key -> tables.add(key.table()));
        List<UniqueKey> gone = changes.dropped().keySet().stream()
                .filter(key -> tables.contains(key.table()))
                .toList();
        List<KeyChanges.ReferenceChange> references = new ArrayList<>();
        UnionFind<QualifiedName> groups = new UnionFind<>();
        for (KeyChanges.ReferenceChange reference : changes.references()) {
            if (rests(reference, gone)) {
                references.add(reference);
            } else if (reference.before().isEmpty() && replaced(reference, gone).isPresent()) {
                references.add(reference);
            }
        }
        for (KeyChanges.ReferenceChange reference : references) {
            // Both the former and the new target may have their keys in a cutover, which is then one.
            Optional<QualifiedName> from = reference.before().map(Constraint.ForeignKey::target);
            Optional<QualifiedName> to = reference.after().map(Constraint.ForeignKey::target);
            if (from.filter(tables::contains).isPresent()
                    && to.filter(tables::contains).isPresent()) {
                groups.join(from.get(), to.get());
            }
        }
        Map<QualifiedName, Set<QualifiedName>> members = new TreeMap<>();
        tables.forEach(table -> members.computeIfAbsent(groups.find(table), any -> new TreeSet<>())
                .add(table));
        for (Set<QualifiedName> group : members.values()) {
            cutovers.add(cutover(group, references));
        }
    }

    private KeyCutover cutover(Set<QualifiedName> group, List<KeyChanges.ReferenceChange> references) {
        List<KeyCutover.KeyChange> gone = new ArrayList<>();
        List<KeyCutover.KeyChange> made = new ArrayList<>();
        Set<ObjectPath> resting = new TreeSet<>();
        changes.dropped().forEach((key, change) -> {
            if (group.contains(key.table())) {
                taken.add(change);
                gone.add(new KeyCutover.KeyChange(key, change));
                resting.addAll(dependents.of(key));
            }
        });
        changes.added().forEach((key, change) -> {
            if (group.contains(key.table())) {
                taken.add(change);
                made.add(new KeyCutover.KeyChange(key, change));
            }
        });
        List<KeyCutover.Reference> dropped = new ArrayList<>();
        List<KeyCutover.Reference> added = new ArrayList<>();
        List<UniqueKey> own = gone.stream().map(KeyCutover.KeyChange::key).toList();
        for (KeyChanges.ReferenceChange each : references) {
            if (!isOf(each, group)) {
                continue;
            }
            taken.add(each.change());
            each.before().ifPresent(key -> dropped.add(new KeyCutover.Reference(each.table(), key, each.change())));
            each.after().ifPresent(key -> added.add(new KeyCutover.Reference(each.table(), key, each.change())));
        }
        for (Table owner : context.before().tables()) {
            for (Constraint.ForeignKey key : owner.foreignKeys()) {
                Optional<UniqueKey> rests =
                        own.stream().filter(each -> each.supports(key)).findFirst();
                rests.flatMap(any -> kept(owner.name(), key)).ifPresent(now -> {
                    Change change = Objects.requireNonNull(changes.dropped().get(rests.get()));
                    dropped.add(new KeyCutover.Reference(owner.name(), now, change));
                    added.add(new KeyCutover.Reference(owner.name(), now, change));
                });
            }
        }
        return new KeyCutover(context, gone, made, dropped, added, resting);
    }

    /** Whether the key cannot be dropped by itself. */
    private boolean isNeeded(UniqueKey key) {
        if (!dependents.of(key).isEmpty()) {
            return true;
        }
        boolean partitioned = context.table(key.table()).partitioning().isPresent();
        // A table has only one primary key.
        if (key.primary()
                && !partitioned
                && changes.added().keySet().stream()
                        .anyMatch(made -> made.primary() && made.table().equals(key.table()))) {
            return true;
        }
        boolean used = context.after().tables().stream()
                .flatMap(table -> table.foreignKeys().stream())
                .anyMatch(key::supports);
        boolean renamed = changes.added().keySet().stream()
                .anyMatch(
                        made -> made.table().equals(key.table()) && made.name().equals(key.name()));
        return used || (renamed && changes.references().stream().anyMatch(reference -> rests(reference, List.of(key))));
    }

    /** Whether the foreign key rests on one of the keys, and changes or has a successor. */
    private boolean rests(KeyChanges.ReferenceChange reference, List<UniqueKey> keys) {
        return reference
                        .before()
                        .filter(old -> keys.stream().anyMatch(key -> key.supports(old)))
                        .isPresent()
                && (reference.after().isPresent() || successor(reference).isPresent());
    }

    /** The dropped foreign key that rests on one of the keys and that the added one succeeds. */
    private Optional<KeyChanges.ReferenceChange> replaced(KeyChanges.ReferenceChange added, List<UniqueKey> keys) {
        return changes.references().stream()
                .filter(each -> each.after().isEmpty() && rests(each, keys))
                .filter(each -> successor(each).filter(added::equals).isPresent())
                .findFirst();
    }

    private Optional<KeyChanges.ReferenceChange> successor(KeyChanges.ReferenceChange dropped) {
        return ReferenceSuccessors.of(dropped, changes);
    }

    private boolean isOf(KeyChanges.ReferenceChange reference, Set<QualifiedName> group) {
        return reference.before().isPresent()
                ? group.contains(reference.before().get().target())
                : replaced(reference, List.copyOf(changes.dropped().keySet()))
                        .flatMap(KeyChanges.ReferenceChange::before)
                        .filter(old -> group.contains(old.target()))
                        .isPresent();
    }

    /** The foreign key under its new name, if the migration leaves it as it is. */
    private Optional<Constraint.ForeignKey> kept(QualifiedName table, Constraint.ForeignKey key) {
        Constraint.ForeignKey now = key.withName(changes.renamed(table, key.name()));
        return context.after()
                .table(table)
                .filter(after -> after.foreignKeys().contains(now))
                .map(any -> now);
    }
}
