package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.plan.OldRow;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.NameSuggestions;
import dev.tenon.schema.internal.sql.parse.OperandNames;
import dev.tenon.schema.internal.sql.parse.QualifiedColumns;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The columns that an expression for existing rows names must exist before or after the migration; {@link
 * UnreadableOldRow} checks whether their values are available. An expression that no change uses is not checked,
 * because it may be about columns that no longer exist.
 */
final class UnknownColumnOfOldRow implements HazardRule {

    @Override
    public String code() {
        return "TN433";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        Set<ObjectPath> filled = new TreeSet<>();
        Set<ObjectPath> converted = new TreeSet<>();
        for (Change change : changes) {
            if (change instanceof ColumnChange.SetType) {
                converted.add(change.path());
            } else if (change instanceof ColumnChange.Add || change instanceof ColumnChange.SetNotNull) {
                filled.add(change.path());
            }
        }
        // The type of a column may be replaced under it, without a change of the column.
        context.hints().conversions().keySet().stream()
                .filter(path -> context.shadows().replaces(path.owner(), path.member()))
                .forEach(converted::add);
        filled.forEach(path -> check(context, path, "backfill", context.hints().backfills(), findings));
        converted.forEach(
                path -> check(context, path, "conversion", context.hints().conversions(), findings));
    }

    private void check(
            PlanContext context,
            ObjectPath column,
            String attribute,
            Map<ObjectPath, String> hints,
            Consumer<Finding> findings) {
        QualifiedName table = column.owner();
        if (!hints.containsKey(column) || context.before().table(table).isEmpty()) {
            return;
        }
        String sql = hints.get(column);
        OldRow row = context.oldRow(table);
        Set<String> columns = row.columns();
        context.after().table(table).ifPresent(after -> after.columns().forEach(each -> columns.add(each.name())));
        Set<String> unknown = new LinkedHashSet<>(OperandNames.in(sql));
        row.tables().forEach(name -> unknown.remove(name.name()));
        if (context.after().objects().isEmpty()) {
            row.tables()
                    .forEach(name -> QualifiedColumns.ofExpression(sql, name).stream()
                            .filter(each -> each.relation().equals(name))
                            .forEach(each -> unknown.add(each.column())));
        }
        unknown.removeAll(columns);
        for (String name : unknown) {
            report(column, attribute, name, columns, findings);
        }
    }

    private void report(ObjectPath at, String attribute, String name, Set<String> columns, Consumer<Finding> findings) {
        findings.accept(Finding.error(
                code(),
                at,
                attribute,
                "the expression for existing rows of " + at.display() + " reads " + name + ", which is not a column of "
                        + at.owner().display(),
                NameSuggestions.closest(name, columns)
                        .map(close -> "did you mean " + close + "?")
                        .orElse("use a column, or write a text in single quotes: '" + name + "'")));
    }
}
