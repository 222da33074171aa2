package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.List;
import java.util.function.Consumer;

/** PostgreSQL enforces uniqueness per partition, so a unique key of the whole table must include the partition key. */
final class PartitionKey implements SchemaRule {

    @Override
    public String code() {
        return "TN227";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            table.partitioning().ifPresent(how -> check(table, how, findings));
        }
    }

    private void check(Table table, Partitioning how, Consumer<Finding> findings) {
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique) {
                ObjectPath path = ObjectPath.constraint(table.name(), constraint.name());
                check(table, how, path, ConstraintColumns.columns(constraint), findings);
            }
        }
        for (Index index : table.indexes()) {
            if (index.unique()) {
                check(
                        table,
                        how,
                        ObjectPath.index(table.name(), index.name()),
                        ConstraintColumns.columns(index),
                        findings);
            }
        }
    }

    private void check(
            Table table, Partitioning how, ObjectPath path, List<String> columns, Consumer<Finding> findings) {
        if (how.columns().size() < how.keys().size()) {
            findings.accept(Finding.error(
                    code(),
                    path,
                    "",
                    path + " cannot be enforced, because table " + table.name().display()
                            + " is partitioned by an expression",
                    "partition by columns"));
            return;
        }
        List<String> missing = how.columns().stream()
                .filter(column -> !columns.contains(column))
                .toList();
        if (!missing.isEmpty()
                && table.columns().stream().map(Column::name).toList().containsAll(missing)) {
            boolean primary = table.primaryKey()
                    .filter(key -> key.name().equals(path.member()))
                    .isPresent();
            findings.accept(Finding.error(
                    code(),
                    path,
                    "",
                    path + " does not include " + String.join(", ", missing) + " from the partition key of "
                            + table.name().display(),
                    primary ? "add @Id to it too, or partition by columns of the primary key" : "add it"));
        }
    }
}
