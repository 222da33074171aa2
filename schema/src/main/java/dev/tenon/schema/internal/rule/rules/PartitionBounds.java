package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Partition;
import dev.tenon.schema.PartitionBound;
import dev.tenon.schema.PartitionBound.End;
import dev.tenon.schema.PartitionStrategy;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/** Every partition must be able to contain rows, and no row may belong to two partitions. */
final class PartitionBounds implements SchemaRule {

    @Override
    public String code() {
        return "TN228";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            table.partitioning().ifPresent(how -> check(table, how, findings));
        }
    }

    private void check(Table table, Partitioning how, Consumer<Finding> findings) {
        PartitionBoundComparator values = new PartitionBoundComparator(table, how);
        List<Partition> before = new ArrayList<>();
        for (Partition partition : how.partitions()) {
            ObjectPath path = ObjectPath.partition(table.name(), partition.name());
            Optional<String> wrong = wrong(partition.bound(), how.strategy(), values);
            wrong.ifPresent(problem ->
                    findings.accept(Finding.error(code(), path, "", path + " " + problem, "correct its bound")));
            before.stream()
                    .filter(other -> wrong.isEmpty() && overlap(partition.bound(), other.bound(), values))
                    .findFirst()
                    .ifPresent(other -> findings.accept(Finding.error(
                            code(),
                            path,
                            "",
                            path + " overlaps partition " + other.name(),
                            "change the bounds so that each row belongs to one partition")));
            if (wrong.isEmpty()) {
                before.add(partition);
            }
        }
    }

    private static Optional<String> wrong(
            PartitionBound bound, PartitionStrategy strategy, PartitionBoundComparator values) {
        return bound.match(new PartitionBound.Cases<>() {
            @Override
            public Optional<String> range(PartitionBound.Range range) {
                if (mixed(range.from()) || mixed(range.to())) {
                    return Optional.of("has a value after MINVALUE or MAXVALUE, which must be the end of a bound");
                }
                OptionalInt order = values.compare(range.from(), range.to());
                return order.isPresent() && order.getAsInt() >= 0
                        ? Optional.of("has a lower bound that is not less than its upper bound")
                        : Optional.empty();
            }

            @Override
            public Optional<String> list(PartitionBound.Values list) {
                return list.values().isEmpty() && !list.nulls() ? Optional.of("lists no values") : Optional.empty();
            }

            @Override
            public Optional<String> hash(PartitionBound.Hash hash) {
                boolean possible = hash.remainder() >= 0 && hash.remainder() < hash.modulus();
                return possible
                        ? Optional.empty()
                        : Optional.of("has a remainder that is not between 0 and its" + " modulus - 1");
            }

            @Override
            public Optional<String> defaultPartition() {
                return strategy == PartitionStrategy.HASH
                        ? Optional.of("is a default partition, which HASH partitioning does not support")
                        : Optional.empty();
            }
        });
    }

    /** Whether MINVALUE or MAXVALUE is followed by a different end. */
    private static boolean mixed(List<End> ends) {
        for (int i = 1; i < ends.size(); i++) {
            if (!(ends.get(i - 1) instanceof End.At) && !ends.get(i).equals(ends.get(i - 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean overlap(PartitionBound one, PartitionBound other, PartitionBoundComparator values) {
        if (one instanceof PartitionBound.Range a && other instanceof PartitionBound.Range b) {
            return before(a.from(), b.to(), values) && before(b.from(), a.to(), values);
        }
        if (one instanceof PartitionBound.Values a && other instanceof PartitionBound.Values b) {
            Set<String> both =
                    new HashSet<>(a.values().stream().map(values::normal).toList());
            both.retainAll(b.values().stream().map(values::normal).toList());
            return !both.isEmpty() || (a.nulls() && b.nulls());
        }
        if (one instanceof PartitionBound.Hash a && other instanceof PartitionBound.Hash b) {
            int common = BigInteger.valueOf(a.modulus())
                    .gcd(BigInteger.valueOf(b.modulus()))
                    .intValue();
            return a.remainder() % common == b.remainder() % common;
        }
        return one instanceof PartitionBound.Otherwise && other instanceof PartitionBound.Otherwise;
    }

    private static boolean before(List<End> one, List<End> other, PartitionBoundComparator values) {
        OptionalInt order = values.compare(one, other);
        return order.isPresent() && order.getAsInt() < 0;
    }
}
