package dev.tenon.schema.internal.sql;

import dev.tenon.schema.PartitionBound;
import dev.tenon.schema.PartitionBound.End;
import dev.tenon.schema.Partitioning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes the bound of a partition as a condition over the row, in PostgreSQL's own form, so that a check constraint
 * implies it and PostgreSQL skips the scan.
 */
public final class PartitionConditionSql {

    private final List<String> keys;

    private PartitionConditionSql(Partitioning partitioning) {
        this.keys = partitioning.keys().stream().map(PartitionSql::operand).toList();
    }

    /** The condition; empty for hash bounds and default partitions. */
    public static Optional<String> of(Partitioning partitioning, PartitionBound bound) {
        PartitionConditionSql condition = new PartitionConditionSql(partitioning);
        return bound.match(new PartitionBound.Cases<>() {
            @Override
            public Optional<String> range(PartitionBound.Range range) {
                return Optional.of(condition.range(range));
            }

            @Override
            public Optional<String> list(PartitionBound.Values values) {
                return Optional.of(condition.list(values));
            }

            @Override
            public Optional<String> hash(PartitionBound.Hash hash) {
                return Optional.empty();
            }

            @Override
            public Optional<String> defaultPartition() {
                return Optional.empty();
            }
        });
    }

    private String range(PartitionBound.Range range) {
        List<String> all = new ArrayList<>();
        keys.forEach(key -> all.add(key + " IS NOT NULL"));
        int equal = 0;
        while (equal < keys.size()
                && range.from().get(equal) instanceof End.At at
                && at.equals(range.to().get(equal))) {
            all.add(keys.get(equal) + " = " + PartitionSql.value(at.text()));
            equal++;
        }
        beyond(range.from(), equal, ">", End.FIRST).ifPresent(all::add);
        beyond(range.to(), equal, "<", End.LAST).ifPresent(all::add);
        return String.join(" AND ", all);
    }

    private String list(PartitionBound.Values bound) {
        String key = keys.get(0);
        String among = bound.values().isEmpty()
                ? ""
                : key + " IN ("
                        + bound.values().stream().map(PartitionSql::value).collect(Collectors.joining(", ")) + ")";
        if (!bound.nulls()) {
            return key + " IS NOT NULL AND " + among;
        }
        return among.isEmpty() ? key + " IS NULL" : key + " IS NULL OR " + among;
    }

    /**
     * The condition that a row is beyond the ends: by the first key in which they differ. Empty if every row is.
     *
     * @param first the number of keys in which all rows are equal
     * @param open the end that every value is beyond
     */
    private Optional<String> beyond(List<End> ends, int first, String operator, End open) {
        List<String> ways = new ArrayList<>();
        List<String> equal = new ArrayList<>();
        for (int i = first; i < keys.size() && ends.get(i) instanceof End.At at; i++) {
            String value = PartitionSql.value(at.text());
            boolean last = i == keys.size() - 1;
            // Only the lower end includes its own values; before an open end, equal values of this key are beyond both.
            boolean inclusive = last ? operator.equals(">") : ends.get(i + 1).equals(open);
            List<String> way = new ArrayList<>(equal);
            way.add(keys.get(i) + " " + operator + (inclusive ? "= " : " ") + value);
            ways.add(String.join(" AND ", way));
            equal.add(keys.get(i) + " = " + value);
        }
        if (ways.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ways.size() == 1 ? ways.get(0) : "((" + String.join(") OR (", ways) + "))");
    }
}
