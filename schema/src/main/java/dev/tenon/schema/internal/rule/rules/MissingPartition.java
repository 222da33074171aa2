package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.function.Consumer;

/** A partitioned table without partitions accepts no rows. */
final class MissingPartition implements SchemaRule {

    @Override
    public String code() {
        return "TN231";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            table.partitioning()
                    .filter(how -> how.partitions().isEmpty() && !how.managedExternally())
                    .ifPresent(how -> findings.accept(Finding.error(
                            code(),
                            ObjectPath.table(table.name()),
                            "partitioning",
                            "partitioned table " + table.name().display() + " has no partitions, so every INSERT fails",
                            "declare partitions with @Partition, or set elsewhere = true if they are managed outside"
                                    + " Tenon")));
        }
    }
}
