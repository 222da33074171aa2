package dev.tenon.runtime.isolation;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Partition;
import dev.tenon.schema.PartitionBound;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Table;
import dev.tenon.schema.sql.PartitionCondition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Expresses the bounds of the partitions of a table as a check constraint, so that generated rows satisfy them. */
final class PartitionRows {

    private static final String NAME = "tenon: a row that some partition takes";

    private PartitionRows() {}

    /** The constraint; empty where partitions take every row, or hashes decide. */
    static Optional<Constraint> of(Table table) {
        return table.partitioning()
                .filter(how -> how.otherwise().isEmpty())
                .map(PartitionRows::condition)
                .filter(condition -> !condition.isEmpty())
                .map(condition -> new Constraint.Check(NAME, condition, true));
    }

    /** The columns whose values find a row its partition, and which other columns make unique. */
    static List<String> columns(Table table) {
        return table.partitioning().map(Partitioning::columns).orElse(List.of());
    }

    private static String condition(Partitioning how) {
        return how.partitions().stream()
                .map(Partition::bound)
                .map((PartitionBound bound) -> PartitionCondition.of(how, bound))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(") OR (", "(", ")"))
                .replaceFirst("^\\(\\)$", "");
    }
}
