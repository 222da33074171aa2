package dev.tenon.schema.internal.plan;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ConstraintChange;
import dev.tenon.schema.internal.diff.IndexChange;
import dev.tenon.schema.internal.diff.SchemaDiff;
import dev.tenon.schema.internal.diff.TableChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The changes of a migration as they are planned: objects whose names new objects take are renamed first, and dropped
 * under their temporary names.
 *
 * @param changes the changes
 * @param context their context
 */
public record PlannedChanges(List<Change> changes, PlanContext context) {

    public PlannedChanges {
        changes = List.copyOf(changes);
    }

    /** The changes with those that free names. */
    public static PlannedChanges of(List<Change> changes, PlanContext context) {
        MovedAside moved = MovedAside.of(context);
        if (moved.changes().isEmpty()) {
            return new PlannedChanges(changes, context);
        }
        List<Change> first = new ArrayList<>();
        List<Change> last = new ArrayList<>();
        for (Change change : moved.changes()) {
            (isMemberOfRenamed(change, context.renames()) ? last : first).add(change);
        }
        List<Change> renames = new ArrayList<>(first);
        renames.addAll(context.renames());
        renames.addAll(last);
        List<Change> all = new ArrayList<>(renames);
        all.addAll(SchemaDiff.between(moved.schema(), context.after()));
        return new PlannedChanges(all, new PlanContext(moved.schema(), context.after(), context.hints(), renames));
    }

    /** The same with the changes that compute stored results again, unless the tokens accept that they are kept. */
    public PlannedChanges withStoredResults(Set<String> accepted) {
        return new PlannedChanges(StoredResults.with(changes, context, accepted), context);
    }

    /** A constraint or index is renamed by way of its table, which must already have its new name. */
    private static boolean isMemberOfRenamed(Change change, List<Change> renames) {
        QualifiedName owner = change.path().owner();
        return (change instanceof IndexChange || change instanceof ConstraintChange)
                && renames.stream()
                        .anyMatch(rename -> rename instanceof TableChange.Rename table
                                && table.after().equals(owner));
    }
}
