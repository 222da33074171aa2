package dev.tenon.processor.internal.read.table;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.Diagnostics;
import dev.tenon.schema.PartitionBound;
import dev.tenon.schema.PartitionBound.End;
import dev.tenon.schema.PartitionStrategy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the bound of a partition, whose attributes must match the strategy of its table. */
final class PartitionBoundReader {

    private static final Map<PartitionStrategy, List<String>> ATTRIBUTES = Map.of(
            PartitionStrategy.RANGE, List.of("from", "to"),
            PartitionStrategy.LIST, List.of("values", "nulls"),
            PartitionStrategy.HASH, List.of("modulus", "remainder"));

    private final Diagnostics diagnostics;

    PartitionBoundReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The bound, or empty if it is invalid, which is reported. */
    Optional<PartitionBound> read(AnnotationUse use, PartitionStrategy strategy, int columns) {
        List<String> said = declared(use);
        List<String> fitting = use.flag("otherwise") ? List.of() : ATTRIBUTES.getOrDefault(strategy, List.of());
        Optional<String> unfit =
                said.stream().filter(each -> !fitting.contains(each)).findFirst();
        if (unfit.isPresent()) {
            String divided =
                    use.flag("otherwise") ? "this is the default partition" : "the table is partitioned by " + strategy;
            return refused(use, unfit.get(), unfit.get() + " does not apply: " + divided, "remove " + unfit.get());
        }
        if (use.flag("otherwise")) {
            return Optional.of(PartitionBound.DEFAULT);
        }
        if (said.isEmpty()) {
            return refused(use, "", "the partition has no bound", "declare the bound with " + both(fitting));
        }
        return switch (strategy) {
            case RANGE -> range(use, columns);
            case LIST ->
                Optional.of(new PartitionBound.Values(
                        use.texts("values").stream()
                                .map(AnnotationUse.Item::text)
                                .toList(),
                        use.flag("nulls")));
            case HASH -> Optional.of(new PartitionBound.Hash(use.number("modulus"), use.number("remainder")));
        };
    }

    private static List<String> declared(AnnotationUse use) {
        List<String> said = new ArrayList<>();
        for (String list : List.of("from", "to", "values")) {
            if (!use.texts(list).isEmpty()) {
                said.add(list);
            }
        }
        for (String each : List.of("nulls", "modulus", "remainder")) {
            if (!use.isDefault(each)) {
                said.add(each);
            }
        }
        return said;
    }

    private Optional<PartitionBound> range(AnnotationUse use, int columns) {
        for (String attribute : List.of("from", "to")) {
            int ends = use.texts(attribute).size();
            if (ends != 0 && ends != columns) {
                return refused(
                        use,
                        attribute,
                        attribute + " has " + ends + " values, but the partition key has " + columns + " columns",
                        "write one value for each column");
            }
        }
        return Optional.of(
                new PartitionBound.Range(ends(use, "from", columns, End.FIRST), ends(use, "to", columns, End.LAST)));
    }

    private static List<End> ends(AnnotationUse use, String attribute, int columns, End unsaid) {
        List<AnnotationUse.Item> items = use.texts(attribute);
        return items.isEmpty()
                ? Collections.nCopies(columns, unsaid)
                : items.stream().map(item -> End.of(item.text())).toList();
    }

    private static String both(List<String> attributes) {
        return attributes.get(0) + " and " + attributes.get(1);
    }

    private Optional<PartitionBound> refused(AnnotationUse use, String attribute, String problem, String remedy) {
        diagnostics.error(DiagnosticCode.PARTITION_BOUND, use.site(attribute), problem, remedy);
        return Optional.empty();
    }
}
