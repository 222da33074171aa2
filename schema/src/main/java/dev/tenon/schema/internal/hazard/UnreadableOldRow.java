package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.Column;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.plan.OldRow;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.plan.type.NewColumnDefault;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.sql.parse.RowReferences;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * An expression for existing rows may read only values of the row before the migration that are available when it is
 * evaluated.
 */
final class UnreadableOldRow implements HazardRule {

    private static final String CODE = "TN432";
    private static final String TWO_MIGRATIONS = "make these two changes in two migrations";
    private static final String BACKFILL = "backfill";
    private static final Set<String> SYSTEM = Set.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid");

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        for (Change change : changes) {
            if (change instanceof ColumnChange.SetType set) {
                String column = set.after().name();
                context.conversion(set.table(), column)
                        .ifPresent(sql -> new OldRowExpression(changes, context, set.table(), column, "conversion", sql)
                                .check(context.shadows().replaces(set.table(), column), findings));
            } else if (change instanceof ColumnChange.Add add) {
                filled(changes, context, add.table(), add.column(), findings);
            } else if (change instanceof ColumnChange.SetNotNull set) {
                filled(changes, context, set.table(), set.column(), findings);
            }
        }
    }

    private static void filled(
            List<Change> changes, PlanContext context, QualifiedName table, Column column, Consumer<Finding> findings) {
        context.backfill(table, column.name())
                .ifPresent(sql -> new OldRowExpression(changes, context, table, column.name(), BACKFILL, sql)
                        .check(true, findings));
    }

    /** An expression for existing rows, and the column that it sets. */
    private record OldRowExpression(
            List<Change> changes,
            PlanContext context,
            QualifiedName table,
            String column,
            String attribute,
            String sql) {

        void check(boolean byStatement, Consumer<Finding> findings) {
            RowReferences read = RowReferences.of(sql);
            OldRow row = context.oldRow(table);
            Table before = context.before().table(table).orElseThrow();
            row.ambiguous(sql).stream()
                    .findFirst()
                    .ifPresent(name -> object(
                            findings,
                            "reads " + name + ", which names different columns before and after this migration",
                            "rename in one migration, and set the values of existing rows in the next"));
            if (!byStatement && (read.hasQuery() || row.isWholeIn(sql))) {
                object(
                        findings,
                        "contains a subquery or a whole-row reference, which PostgreSQL does not support in an"
                                + " in-place type change",
                        "add a column of the new type with @Backfill, and retire this one");
            }
            Set<String> names = new TreeSet<>(read.names());
            names.retainAll(SYSTEM);
            names.removeIf(name -> before.column(name).isPresent());
            if (!names.isEmpty() && !read.hasQuery()) {
                object(
                        findings,
                        "reads " + String.join(", ", names) + ", which a row has only after it is written",
                        "use only ordinary columns");
            }
            if (!read.hasQuery()) {
                otherIn(row)
                        .ifPresent(other -> object(
                                findings,
                                "reads " + other
                                        + ", whose old value is not available, because this migration "
                                        + (before.column(other).isPresent() ? "rewrites it" : "adds it"),
                                TWO_MIGRATIONS));
            }
        }

        /** A column that the expression reads and that the same migration adds, or rewrites in place. */
        private Optional<String> otherIn(OldRow row) {
            return changes.stream()
                    .filter(change -> change.path().owner().equals(table)
                            && !change.path().member().equals(column)
                            && row.names(sql, change.path().member()))
                    .filter(change -> (change instanceof ColumnChange.Add add && !hasValue(add.column()))
                            || (change instanceof ColumnChange.SetType set
                                    && !context.isMetadataOnly(set)
                                    && !context.recollates(set)
                                    && !context.shadows()
                                            .replaces(table, set.after().name())))
                    .map(change -> change.path().member())
                    .findFirst();
        }

        /** Whether all rows have a value of the new column as soon as it is added. */
        private boolean hasValue(Column added) {
            boolean constant = added.defaultValue().isPresent()
                    && NewColumnDefault.forOldRows(added).isEmpty()
                    && context.backfill(table, added.name()).isEmpty();
            return constant && (!added.generated() || attribute.equals(BACKFILL));
        }

        private void object(Consumer<Finding> findings, String problem, String remedy) {
            ObjectPath path = ObjectPath.column(table, column);
            findings.accept(Finding.error(
                    CODE,
                    path,
                    attribute,
                    "the expression for existing rows of " + path.display() + " " + problem,
                    remedy));
        }
    }
}
