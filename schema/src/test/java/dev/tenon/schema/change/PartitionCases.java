package dev.tenon.schema.change;

import static dev.tenon.schema.change.Plans.plan;
import static dev.tenon.schema.change.Plans.schema;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.Partition;
import dev.tenon.schema.PartitionBound;
import dev.tenon.schema.PartitionStrategy;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes to the partitions of a table with rows. */
final class PartitionCases {

    private PartitionCases() {}

    static List<ChangeCase> all() {
        Partition first = upTo("plan_first", "0", "2000");
        Partition second = upTo("plan_second", "2000", "4000");
        return Stream.concat(
                        Stream.of(
                                ChangeCase.of("partition-create", divided(first), divided(first, second)),
                                ChangeCase.of("partition-drop", divided(first, second), divided(first)),
                                ChangeCase.of(
                                        "partition-rename", divided(first), divided(first.withName("plan_early"))),
                                ChangeCase.of(
                                        "partition-rebound", divided(first), divided(upTo("plan_first", "0", "3000"))),
                                ChangeCase.of("partition-divide", schema(plan()), divided(first))),
                        besideDefault())
                .toList();
    }

    /** New partitions whose rows lie in the default partition; others stay there. */
    private static Stream<ChangeCase> besideDefault() {
        Partition rest = Partition.of("plan_rest", PartitionBound.DEFAULT, Optional.empty());
        Partition low = upTo("plan_low", "0", "400");
        Partition middle = upTo("plan_middle", "400", "800");
        Partition early = upTo("plan_early", "0", "2000");
        Partition late = upTo("plan_late", "2000", "4000");
        Table full = withMembers();
        Table more = full.withColumns(plus(
                full.columns(), Column.of("score", Plans.INTEGER).withDefault(Plans.expression("1"))));
        Table listed = plan().withConstraints(List.of());
        Table pairs =
                plan().withConstraints(List.of(new Constraint.PrimaryKey("plan_pkey", List.of("organization_id", "id"))));
        PartitionBound ratings = new PartitionBound.Values(List.of("1", "3"), true);
        PartitionBound span = new PartitionBound.Range(
                List.of(PartitionBound.End.of("2"), PartitionBound.End.of("500")),
                List.of(PartitionBound.End.of("6"), PartitionBound.End.LAST));
        return Stream.of(
                ChangeCase.of("partition-create-of-default", byId(full, low, rest), byId(full, low, middle, rest)),
                ChangeCase.of("partition-create-several-of-default", byId(full, rest), byId(more, low, middle, rest)),
                ChangeCase.of("partition-create-and-default", byId(plan(), early), byId(plan(), early, late, rest)),
                ChangeCase.of(
                        "partition-create-list-of-default",
                        divided(listed, PartitionStrategy.LIST, List.of("stars"), rest),
                        divided(
                                listed,
                                PartitionStrategy.LIST,
                                List.of("stars"),
                                Partition.of("plan_rated", ratings, Optional.empty()),
                                rest)),
                ChangeCase.of(
                        "partition-create-multicolumn-of-default",
                        divided(pairs, PartitionStrategy.RANGE, List.of("organization_id", "id"), rest),
                        divided(
                                pairs,
                                PartitionStrategy.RANGE,
                                List.of("organization_id", "id"),
                                Partition.of("plan_span", span, Optional.empty()),
                                rest)));
    }

    /** A plan with a foreign key, an index and a computed column. */
    private static Table withMembers() {
        Column total = Column.of("total", Plans.INTEGER)
                .withNullable(true)
                .withDefault(Optional.of(new ColumnDefault.Generated("stars * 2")));
        return plan().withColumns(plus(plan().columns(), total))
                .withConstraints(List.of(
                        new Constraint.PrimaryKey("plan_pkey", List.of("id")),
                        Constraint.ForeignKey.of(
                                "plan_organization_id_fkey",
                                List.of("organization_id"),
                                Plans.ORGANIZATION,
                                List.of("id"))))
                .withIndexes(List.of(Plans.byTitle()));
    }

    private static <T> List<T> plus(List<T> all, T more) {
        List<T> result = new ArrayList<>(all);
        result.add(more);
        return result;
    }

    private static Schema byId(Table table, Partition... partitions) {
        return divided(table, PartitionStrategy.RANGE, List.of("id"), partitions);
    }

    private static Schema divided(
            Table table, PartitionStrategy strategy, List<String> keys, Partition... partitions) {
        return schema(table.withPartitioning(Optional.of(new Partitioning(
                strategy, keys.stream().map(IndexKey::column).toList(), List.of(partitions), false))));
    }

    private static Partition upTo(String name, String from, String to) {
        return Partition.of(
                name,
                new PartitionBound.Range(List.of(PartitionBound.End.of(from)), List.of(PartitionBound.End.of(to))),
                Optional.empty());
    }

    private static Schema divided(Partition... partitions) {
        return byId(plan(), partitions);
    }
}
