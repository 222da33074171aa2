package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.TableStorage;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.function.Consumer;

/**
 * Some features are not supported on partitioned tables by every PostgreSQL version for which migrations are generated.
 */
final class PartitioningSupport implements SchemaRule {

    @Override
    public String code() {
        return "TN230";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            if (table.partitioning().isPresent()) {
                check(table, findings);
            }
        }
    }

    private void check(Table table, Consumer<Finding> findings) {
        table.constraints(Constraint.Exclusion.class)
                .forEach(exclusion -> findings.accept(Finding.error(
                        code(),
                        ObjectPath.constraint(table.name(), exclusion.name()),
                        "",
                        "PostgreSQL before 17 does not support exclusion constraints on a partitioned table such as "
                                + table.name().display(),
                        "declare it on a table that is not partitioned")));
        if (!table.storage().equals(TableStorage.DEFAULT)) {
            findings.accept(Finding.error(
                    code(),
                    ObjectPath.table(table.name()),
                    "with",
                    "partitioned table " + table.name().display()
                            + " stores no rows itself, so storage parameters and UNLOGGED do not apply to it",
                    "remove them"));
        }
    }
}
