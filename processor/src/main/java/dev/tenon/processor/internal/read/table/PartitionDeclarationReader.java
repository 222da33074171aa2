package dev.tenon.processor.internal.read.table;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Partition;
import dev.tenon.schema.PartitionStrategy;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.RowSecurity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the partition key and the partitions of a table. */
public final class PartitionDeclarationReader {

    private final ReadContext context;
    private final IndexKeyDeclarationReader keys;
    private final PartitionBoundReader bounds;

    public PartitionDeclarationReader(ReadContext context) {
        this.context = context;
        this.keys = new IndexKeyDeclarationReader(context);
        this.bounds = new PartitionBoundReader(context.diagnostics());
    }

    /** Adds the partitions to the table, or none if one of them is invalid, which is reported. */
    void read(TableDraft table) {
        Optional<AnnotationUse> said = context.annotations().find(table.shape().entity(), "Partitioned");
        List<AnnotationUse> partitions = context.annotations().all(table.shape().entity(), "Partition");
        if (said.isPresent()) {
            read(table, said.get(), partitions);
        } else {
            partitions.forEach(use -> context.diagnostics()
                    .error(
                            DiagnosticCode.PARTITION_ALONE,
                            use.site(),
                            table.name().display() + " has a @Partition, but no @Partitioned",
                            "declare the partition key with @Partitioned"));
        }
    }

    private void read(TableDraft table, AnnotationUse use, List<AnnotationUse> partitions) {
        List<IndexKey> divided = new ArrayList<>();
        context.sites().put(table.path(), "partitioning", use.site());
        for (AnnotationUse.Item item : use.texts("columns")) {
            for (IndexKeyDeclarationReader.LocatedKey key : keys.read(table, item)) {
                divided.add(key.key());
                context.sites().put(table.path(), "partitioning/" + key.name(), key.site());
            }
        }
        if (divided.isEmpty() || divided.stream().anyMatch(key -> key.order() != IndexKey.Order.ASC)) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.INDEX_KEY,
                            use.site("columns"),
                            "the partition key is empty or has a sort order",
                            "list at least one column, field or expression in parentheses, without ASC, DESC or NULLS");
            return;
        }
        PartitionStrategy strategy = PartitionStrategy.valueOf(use.constant("strategy"));
        List<Partition> read = partitions(table, strategy, divided.size(), partitions);
        if (read.size() == partitions.size()) {
            table.partitionBy(new Partitioning(strategy, divided, read, use.flag("elsewhere")));
        }
    }

    private List<Partition> partitions(
            TableDraft table, PartitionStrategy strategy, int columns, List<AnnotationUse> uses) {
        Map<String, Partition> partitions = new LinkedHashMap<>();
        for (AnnotationUse use : uses) {
            Optional<String> name = context.required(use, "name").map(String::strip);
            bounds.read(use, strategy, columns)
                    .ifPresent(bound -> name.ifPresent(said -> {
                        ObjectPath path = ObjectPath.partition(table.name(), said);
                        Partition partition = Partition.of(said, bound, use.optionalText("comment"));
                        if (!use.isDefault("rowSecurity")) {
                            table.partitionAccess().secure(said, RowSecurity.valueOf(use.constant("rowSecurity")));
                        }
                        context.sites().put(path, use.site());
                        context.sites().put(path, "name", use.site("name"));
                        if (partitions.putIfAbsent(said, partition) != null) {
                            context.diagnostics()
                                    .error(
                                            DiagnosticCode.DUPLICATE_NAME,
                                            use.site("name"),
                                            path + " is declared twice",
                                            "give one of them another name");
                        }
                    }));
        }
        return List.copyOf(partitions.values());
    }
}
