package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ConstraintChange;
import dev.tenon.schema.internal.diff.IndexChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The changes of unique keys and foreign keys of tables that exist before and after. */
final class KeyChanges {

    private final Map<UniqueKey, Change> dropped = new LinkedHashMap<>();
    private final Map<UniqueKey, Change> added = new LinkedHashMap<>();
    private final List<ReferenceChange> references = new ArrayList<>();
    private final Map<QualifiedName, Map<String, String>> renames = new LinkedHashMap<>();

    /**
     * The change of a foreign key.
     *
     * @param table its table
     * @param change the change
     * @param before its old form
     * @param after its new form
     */
    record ReferenceChange(
            QualifiedName table,
            Change change,
            Optional<Constraint.ForeignKey> before,
            Optional<Constraint.ForeignKey> after) {}

    static KeyChanges of(List<Change> changes, PlanContext context) {
        KeyChanges found = new KeyChanges();
        for (Change change : changes) {
            boolean stays = (change instanceof ConstraintChange || change instanceof IndexChange)
                    && context.before().table(change.path().owner()).isPresent()
                    && context.after().table(change.path().owner()).isPresent();
            // An index that a constraint adopts keeps its dependents.
            if (stays && !AdoptedIndexes.isAdopted(change, context)) {
                found.read(change);
            }
        }
        return found;
    }

    /** The keys that the migration drops, each with its change. */
    Map<UniqueKey, Change> dropped() {
        return dropped;
    }

    /** The keys that the migration adds, each with its change. */
    Map<UniqueKey, Change> added() {
        return added;
    }

    List<ReferenceChange> references() {
        return references;
    }

    /** The name of a constraint after the migration. */
    String renamed(QualifiedName table, String constraint) {
        return renames.getOrDefault(table, Map.of()).getOrDefault(constraint, constraint);
    }

    private void read(Change change) {
        if (change instanceof ConstraintChange.Add add) {
            constraint(add.table(), change, Optional.empty(), Optional.of(add.constraint()));
        } else if (change instanceof ConstraintChange.Drop drop) {
            constraint(drop.table(), change, Optional.of(drop.constraint()), Optional.empty());
        } else if (change instanceof ConstraintChange.Replace replace) {
            constraint(replace.table(), change, Optional.of(replace.before()), Optional.of(replace.after()));
        } else if (change instanceof ConstraintChange.Rename rename) {
            renames.computeIfAbsent(rename.table(), any -> new LinkedHashMap<>())
                    .put(rename.before(), rename.after());
        } else if (change instanceof IndexChange.Create create) {
            index(create.table(), change, Optional.empty(), Optional.of(create.index()));
        } else if (change instanceof IndexChange.Drop drop) {
            index(drop.table(), change, Optional.of(drop.index()), Optional.empty());
        } else if (change instanceof IndexChange.Replace replace) {
            index(replace.table(), change, Optional.of(replace.before()), Optional.of(replace.after()));
        }
    }

    private void index(QualifiedName table, Change change, Optional<Index> before, Optional<Index> after) {
        Optional<UniqueKey> was = before.map(each -> new UniqueKey(table, Optional.empty(), each));
        Optional<UniqueKey> now = after.map(each -> new UniqueKey(table, Optional.empty(), each));
        if (Stream.concat(was.stream(), now.stream()).anyMatch(UniqueKey::referable)) {
            was.ifPresent(key -> dropped.put(key, change));
            now.ifPresent(key -> added.put(key, change));
        }
    }

    private void constraint(
            QualifiedName table, Change change, Optional<Constraint> before, Optional<Constraint> after) {
        Optional<UniqueKey> was = before.flatMap(each -> UniqueKey.of(table, each));
        Optional<UniqueKey> now = after.flatMap(each -> UniqueKey.of(table, each));
        if (before.isPresent() == was.isPresent() && after.isPresent() == now.isPresent()) {
            was.ifPresent(key -> dropped.put(key, change));
            now.ifPresent(key -> added.put(key, change));
        }
        Optional<Constraint.ForeignKey> old = reference(before);
        Optional<Constraint.ForeignKey> made = reference(after);
        if (old.isPresent() || made.isPresent()) {
            references.add(new ReferenceChange(table, change, old, made));
        }
    }

    private static Optional<Constraint.ForeignKey> reference(Optional<Constraint> constraint) {
        return constraint.filter(Constraint.ForeignKey.class::isInstance).map(Constraint.ForeignKey.class::cast);
    }
}
