package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Column;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.PartitionStrategy;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.function.Consumer;

/**
 * PostgreSQL selects a row's partition before it computes generated columns, and LIST partitioning uses one column.
 */
final class PartitionColumn implements SchemaRule {

    @Override
    public String code() {
        return "TN229";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            table.partitioning().ifPresent(how -> check(table, how, findings));
        }
    }

    private void check(Table table, Partitioning how, Consumer<Finding> findings) {
        ObjectPath path = ObjectPath.table(table.name());
        for (String name : how.columns()) {
            if (table.column(name).filter(Column::generated).isPresent()) {
                findings.accept(Finding.error(
                        code(),
                        path,
                        "partitioning/" + name,
                        "generated column " + name + " cannot be part of a partition key",
                        "partition by a column that is not generated"));
            }
        }
        if (how.strategy() == PartitionStrategy.LIST && how.keys().size() > 1) {
            findings.accept(Finding.error(
                    code(),
                    path,
                    "partitioning",
                    "LIST partitioning uses one column, not " + how.keys().size(),
                    "keep one, or partition by RANGE"));
        }
    }
}
