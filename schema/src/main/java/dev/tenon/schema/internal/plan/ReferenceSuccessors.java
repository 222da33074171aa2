package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.util.List;
import java.util.Optional;

/** Pairs foreign keys that are dropped with added ones, of other names, that guarantee at least the same. */
final class ReferenceSuccessors {

    private ReferenceSuccessors() {}

    /** The added foreign key to the same table that has all columns of the dropped one. */
    static Optional<KeyChanges.ReferenceChange> of(KeyChanges.ReferenceChange dropped, KeyChanges changes) {
        if (dropped.before().isEmpty() || dropped.after().isPresent()) {
            return Optional.empty();
        }
        Constraint.ForeignKey old = dropped.before().get();
        return changes.references().stream()
                .filter(each -> each.before().isEmpty()
                        && each.table().equals(dropped.table())
                        && each.after().filter(now -> extend(now, old)).isPresent())
                .findFirst();
    }

    private static boolean extend(Constraint.ForeignKey now, Constraint.ForeignKey old) {
        return now.target().equals(old.target()) && now.columns().containsAll(old.columns());
    }

    /**
     * Whether the foreign key can stay until a new one guarantees at least the same: there is one, and neither changes
     * the type of a column.
     */
    static boolean isSucceeded(QualifiedName table, Constraint.ForeignKey old, PlanContext context) {
        Optional<Table> after = context.after().table(table);
        return after.isPresent()
                && after.get().foreignKeys().stream()
                        .anyMatch(now -> extend(now, old)
                                && KeyedLookup.find(context.before(table).constraints(), now.name())
                                        .isEmpty())
                && keepTypes(table, old.columns(), context)
                && keepTypes(old.target(), old.targetColumns(), context);
    }

    private static boolean keepTypes(QualifiedName table, List<String> columns, PlanContext context) {
        return columns.stream()
                .allMatch(column -> type(context.before(), table, column).isPresent()
                        && type(context.before(), table, column).equals(type(context.after(), table, column)));
    }

    private static Optional<ColumnType> type(Schema schema, QualifiedName table, String column) {
        return schema.table(table).flatMap(of -> of.column(column)).map(Column::type);
    }
}
