package dev.tenon.runtime.internal.catalog.temporary;

import dev.tenon.schema.Column;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Partition;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.DefaultNames;
import dev.tenon.schema.internal.sql.PartitionSql;
import dev.tenon.schema.internal.sql.PolicySql;
import dev.tenon.schema.internal.sql.TableSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The statements that create a temporary table with the partitions of a table. It is separate from {@link
 * TemporaryTable}, so that indexes are not created on every partition.
 */
public final class TemporaryPartitionedTable {

    private TemporaryPartitionedTable() {}

    /** Returns the name of the temporary partitioned table. */
    public static String name(Table table) {
        return DefaultNames.fit(table.name().name() + "_tenon_divided");
    }

    /** Returns the names of the temporary tables. */
    static List<String> names(Table table) {
        List<String> names = new ArrayList<>();
        if (table.partitioning().isPresent()) {
            names.add(name(table));
            table.partitions().forEach(partition -> names.add(partition.name()));
        }
        return names;
    }

    /**
     * Adds the statements. Each policy is created on the copy of its own partition, because its expression may contain
     * the partition's name.
     */
    static void add(Table table, List<Column> columns, List<TemporaryTable.Part> parts) {
        if (table.partitioning().isEmpty()) {
            return;
        }
        Partitioning how = table.partitioning().get();
        QualifiedName sample = new QualifiedName(TemporaryTable.TEMPORARY, name(table));
        Table divided = Table.of(sample, columns).withPartitioning(Optional.of(how));
        parts.add(new TemporaryTable.Part(ObjectPath.table(table.name()), "partitioning", TableSql.create(divided)));
        for (Partition partition : how.partitions()) {
            QualifiedName own = sample.withName(partition.name());
            parts.add(new TemporaryTable.Part(
                    ObjectPath.partition(table.name(), partition.name()),
                    "bound",
                    PartitionSql.create(sample, partition.name(), partition.bound())));
            for (Policy policy : partition.policies()) {
                parts.add(new TemporaryTable.Part(
                        ObjectPath.policy(table.name().withName(partition.name()), policy.name()),
                        "condition",
                        PolicySql.create(own, TemporaryTable.forEveryone(policy))));
            }
        }
    }
}
