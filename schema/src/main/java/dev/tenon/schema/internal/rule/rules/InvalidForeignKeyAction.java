package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.List;
import java.util.function.Consumer;

/**
 * SET NULL and SET DEFAULT of a foreign key must be possible for its columns; otherwise referenced rows cannot be
 * deleted.
 */
final class InvalidForeignKeyAction implements SchemaRule {

    @Override
    public String code() {
        return "TN212";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            for (Constraint.ForeignKey key : table.foreignKeys()) {
                List<String> set = key.onDeleteColumns().isEmpty() ? key.columns() : key.onDeleteColumns();
                check(table, key, "onDelete", key.onDelete(), set, findings);
                check(table, key, "onUpdate", key.onUpdate(), key.columns(), findings);
            }
        }
    }

    private void check(
            Table table,
            Constraint.ForeignKey key,
            String attribute,
            ForeignKeyAction action,
            List<String> columns,
            Consumer<Finding> findings) {
        for (String name : columns) {
            table.column(name)
                    .filter(column -> impossible(action, column))
                    .ifPresent(column -> findings.accept(Finding.warning(
                            code(),
                            ObjectPath.constraint(table.name(), key.name()),
                            attribute,
                            action.sql() + " fails on column " + table.name().display() + "." + name
                                    + ", which is NOT NULL"
                                    + (action == ForeignKeyAction.SET_DEFAULT ? " and has no default" : ""),
                            "make the column nullable, or choose another action")));
        }
    }

    private static boolean impossible(ForeignKeyAction action, Column column) {
        return !column.nullable()
                && (action == ForeignKeyAction.SET_NULL
                        || (action == ForeignKeyAction.SET_DEFAULT
                                && column.defaultValue().isEmpty()));
    }
}
