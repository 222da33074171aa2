package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.diff.ConstraintChange;
import dev.tenon.schema.internal.diff.PartitionChange;
import dev.tenon.schema.internal.diff.rename.ColumnRename;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.sql.PartitionSql;
import java.util.List;
import java.util.function.Consumer;

/**
 * The partition key of a table, the types of its columns and the bounds of attached partitions cannot change in place.
 */
final class ChangedPartitioning implements HazardRule {

    @Override
    public String code() {
        return "TN415";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        for (Change change : changes) {
            if (change instanceof PartitionChange.PartitionBy divide) {
                String table = divide.table().display();
                findings.accept(Finding.error(
                        code(),
                        divide.path(),
                        "partitioning",
                        divide.after()
                                .map(how -> "existing table " + table + " cannot be changed in place to "
                                        + PartitionSql.clause(how))
                                .orElse("partitioned table " + table + " cannot be changed in place to an ordinary"
                                        + " table"),
                        "declare a new entity under another name, copy the rows, and drop the old table"));
            } else if (change instanceof PartitionChange.Rebound rebound) {
                findings.accept(Finding.error(
                        code(),
                        rebound.path(),
                        "bound",
                        "the bound of partition " + rebound.path().display() + " cannot be changed in place from "
                                + PartitionSql.bound(rebound.before().bound()) + " to "
                                + PartitionSql.bound(rebound.after().bound()),
                        "declare partitions with other names for the new bounds"));
            } else if (change instanceof ColumnChange.SetType set && isPartitionKey(context.before(), set)) {
                findings.accept(Finding.error(
                        code(),
                        set.path(),
                        "type",
                        "table " + set.table().display() + " is partitioned by column \""
                                + set.after().name() + "\", whose type cannot be changed in place to "
                                + set.after().type(),
                        "declare a new entity under another name, copy the rows, and drop the old table"));
            } else if (makesKey(change)
                    && context.replacesPrimaryKey(change.path().owner())
                    && isPartitioned(change, context)) {
                findings.accept(Finding.error(
                        code(),
                        change.path(),
                        "",
                        "the primary key of partitioned table "
                                + change.path().owner().display() + " cannot be replaced in place",
                        "keep the key and declare the other columns @Unique, or declare a new entity under another"
                                + " name, copy the rows, and drop the old table"));
            }
        }
    }

    private static boolean makesKey(Change change) {
        return (change instanceof ConstraintChange.Add add && add.constraint() instanceof Constraint.PrimaryKey)
                || (change instanceof ConstraintChange.Replace replace
                        && replace.after() instanceof Constraint.PrimaryKey);
    }

    private static boolean isPartitioned(Change change, PlanContext context) {
        return context.after()
                .table(change.path().owner())
                .flatMap(Table::partitioning)
                .isPresent();
    }

    private static boolean isPartitionKey(Schema schema, ColumnChange.SetType change) {
        return ColumnRename.isIn(
                schema,
                change.table(),
                change.before().name(),
                table -> table.partitioning().map(Partitioning::keys));
    }
}
