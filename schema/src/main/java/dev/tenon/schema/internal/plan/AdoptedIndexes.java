package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.IndexChange;
import dev.tenon.schema.internal.plan.shadow.ConstraintUniqueIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The unique indexes that become the indexes of new keys, as {@code ADD CONSTRAINT ... USING INDEX} allows: nothing is
 * built, and uniqueness never lapses.
 */
final class AdoptedIndexes {

    private final Table before;
    private final Table after;
    private final PlanContext context;

    private AdoptedIndexes(Table before, Table after, PlanContext context) {
        this.before = before;
        this.after = after;
        this.context = context;
    }

    /** The adopted indexes of a table by the constraints that adopt them. */
    static Map<String, Index> of(PlanContext context, QualifiedName table) {
        Map<String, Index> adopted = new HashMap<>();
        Optional<Table> before = context.before().table(table);
        Optional<Table> after = context.after().table(table);
        // PostgreSQL adopts no index of a partitioned table.
        if (before.isPresent()
                && after.isPresent()
                && after.get().partitioning().isEmpty()) {
            AdoptedIndexes tables = new AdoptedIndexes(before.get(), after.get(), context);
            for (Constraint constraint : after.get().constraints()) {
                tables.find(constraint, adopted).ifPresent(index -> adopted.put(constraint.name(), index));
            }
        }
        return adopted;
    }

    /** The index that the constraint of a table adopts. */
    static Optional<Index> of(PlanContext context, QualifiedName table, Constraint constraint) {
        return Optional.ofNullable(of(context, table).get(constraint.name()));
    }

    /** Whether the change drops an index that a constraint adopts. */
    static boolean isAdopted(Change change, PlanContext context) {
        return change instanceof IndexChange.Drop drop
                && drop.index().unique()
                && of(context, drop.table()).containsValue(drop.index());
    }

    private Optional<Index> find(Constraint constraint, Map<String, Index> taken) {
        boolean isNew = before.constraints().stream()
                .noneMatch(old -> stays(old, constraint)
                        || old.withName(constraint.name()).equals(constraint));
        List<String> columns = columns(constraint);
        boolean keepsColumns = columns.stream()
                .allMatch(column ->
                        before.column(column).isPresent() && !context.shadows().replaces(before.name(), column));
        if (!isNew || columns.isEmpty() || !keepsColumns) {
            return Optional.empty();
        }
        boolean distinct = constraint instanceof Constraint.Unique unique && unique.nullsNotDistinct();
        return before.indexes().stream()
                .filter(index -> goes(index) && !taken.containsValue(index))
                .filter(index -> index.withComment(Optional.empty())
                        .equals(ConstraintUniqueIndex.of(index.name(), columns, distinct, constraint.index())))
                .min((one, other) -> Boolean.compare(
                        other.name().equals(constraint.name()), one.name().equals(constraint.name())));
    }

    /** Another key of the same name stays, except a primary key, in whose place the new one comes. */
    private static boolean stays(Constraint old, Constraint now) {
        boolean replaced = old instanceof Constraint.PrimaryKey was
                && now instanceof Constraint.PrimaryKey key
                && !was.columns().equals(key.columns());
        return old.name().equals(now.name()) && !replaced;
    }

    /** Whether the index is dropped, and not renamed. */
    private boolean goes(Index index) {
        return after.indexes().stream()
                .noneMatch(now -> now.name().equals(index.name())
                        || now.withName(index.name()).equals(index));
    }

    private static List<String> columns(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return key.columns();
        }
        return constraint instanceof Constraint.Unique unique ? unique.columns() : List.of();
    }
}
