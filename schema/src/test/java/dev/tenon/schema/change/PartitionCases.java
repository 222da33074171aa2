package dev.tenon.schema.change;

import static dev.tenon.schema.change.Plans.plan;
import static dev.tenon.schema.change.Plans.schema;

import dev.tenon.schema.IndexKey;
import dev.tenon.schema.Partition;
import dev.tenon.schema.PartitionBound;
import dev.tenon.schema.PartitionStrategy;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Changes to the partitions of a table with rows. */
final class PartitionCases {

    private PartitionCases() {}

    static List<ChangeCase> all() {
        Partition first = upTo("plan_first", "0", "2000");
        Partition second = upTo("plan_second", "2000", "4000");
        return List.of(
                ChangeCase.of("partition-create", divided(first), divided(first, second)),
                ChangeCase.of("partition-drop", divided(first, second), divided(first)),
                ChangeCase.of("partition-rename", divided(first), divided(first.withName("plan_early"))),
                ChangeCase.of("partition-rebound", divided(first), divided(upTo("plan_first", "0", "3000"))),
                ChangeCase.of("partition-divide", schema(plan()), divided(first)));
    }

    private static Partition upTo(String name, String from, String to) {
        return Partition.of(
                name,
                new PartitionBound.Range(List.of(PartitionBound.End.of(from)), List.of(PartitionBound.End.of(to))),
                Optional.empty());
    }

    private static Schema divided(Partition... partitions) {
        return schema(plan().withPartitioning(Optional.of(new Partitioning(
                PartitionStrategy.RANGE, List.of(IndexKey.column("id")), List.of(partitions), false))));
    }
}
