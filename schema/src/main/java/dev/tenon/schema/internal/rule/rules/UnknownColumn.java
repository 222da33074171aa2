package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.NameSuggestions;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.List;
import java.util.function.Consumer;

/** Keys and indexes must name existing columns. */
final class UnknownColumn implements SchemaRule {

    @Override
    public String code() {
        return "TN202";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            table.partitioning()
                    .ifPresent(how ->
                            check(table, ObjectPath.table(table.name()), "partitioning", how.columns(), findings));
            for (Constraint constraint : table.constraints()) {
                ObjectPath path = ObjectPath.constraint(table.name(), constraint.name());
                check(table, path, "columns", ConstraintColumns.columns(constraint), findings);
                check(table, path, "include", constraint.index().include(), findings);
            }
            for (Index index : table.indexes()) {
                ObjectPath path = ObjectPath.index(table.name(), index.name());
                check(table, path, "columns", ConstraintColumns.columns(index), findings);
                check(table, path, "include", index.include(), findings);
            }
        }
    }

    private void check(
            Table table, ObjectPath path, String attribute, List<String> columns, Consumer<Finding> findings) {
        for (String column : columns) {
            if (table.column(column).isEmpty()) {
                findings.accept(Finding.error(
                        code(),
                        path,
                        attribute + "/" + column,
                        path + " uses " + column + ", which is neither a field nor a column of "
                                + table.name().display(),
                        NameSuggestions.closest(
                                        column,
                                        table.columns().stream()
                                                .map(Column::name)
                                                .toList())
                                .map(close -> "did you mean " + close + "?")
                                .orElse("use a field or a column, or put an expression in parentheses")));
            }
        }
    }
}
