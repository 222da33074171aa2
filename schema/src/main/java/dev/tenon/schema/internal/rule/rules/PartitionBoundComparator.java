package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.PartitionBound.End;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Compares the values of partition bounds by the types of their columns, if that is possible without a server: numbers,
 * timestamps and UUIDs. It compares other values only as text.
 */
final class PartitionBoundComparator {

    private static final Set<String> NUMBERS = Set.of("smallint", "integer", "bigint", "numeric");
    private static final Set<String> TIMES = Set.of("date", "timestamp", "timestamptz");

    private final List<String> types;

    PartitionBoundComparator(Table table, Partitioning how) {
        this.types = how.keys().stream()
                .map(key -> key.column().flatMap(table::column).map(Column::type))
                .map(type -> type.filter(ColumnType.Builtin.class::isInstance)
                        .map(builtin -> ((ColumnType.Builtin) builtin).name())
                        .orElse(""))
                .toList();
    }

    /** The normal form of a value of the first column. */
    String normal(String text) {
        return value(types.get(0), text).map(Object::toString).orElse(text);
    }

    /** Compares two ends of ranges; empty if their order is not known. */
    OptionalInt compare(List<End> one, List<End> other) {
        for (int i = 0; i < types.size(); i++) {
            OptionalInt order = compare(types.get(i), one.get(i), other.get(i));
            if (order.isEmpty() || order.getAsInt() != 0) {
                return order;
            }
        }
        return OptionalInt.of(0);
    }

    private static OptionalInt compare(String type, End one, End other) {
        if (one.equals(other)) {
            return OptionalInt.of(0);
        }
        if (one instanceof End.First || other instanceof End.Last) {
            return OptionalInt.of(-1);
        }
        if (one instanceof End.Last || other instanceof End.First) {
            return OptionalInt.of(1);
        }
        Optional<Comparable<Object>> left = value(type, one.text());
        Optional<Comparable<Object>> right = value(type, other.text());
        return left.isPresent() && right.isPresent()
                ? OptionalInt.of(left.get().compareTo(right.get()))
                : OptionalInt.empty();
    }

    @SuppressWarnings("unchecked")
    private static Optional<Comparable<Object>> value(String type, String text) {
        try {
            if (NUMBERS.contains(type)) {
                return Optional.of(
                        (Comparable<Object>) (Comparable<?>) new BigDecimal(text.strip()).stripTrailingZeros());
            }
            if (TIMES.contains(type)) {
                return Optional.of(
                        (Comparable<Object>) (Comparable<?>) time(text.strip().replace(' ', 'T')));
            }
        } catch (NumberFormatException | DateTimeParseException otherSpelling) {
            return Optional.empty();
        }
        return type.equals("uuid")
                ? Optional.of((Comparable<Object>)
                        (Comparable<?>) text.replace("-", "").toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private static LocalDateTime time(String text) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text).atStartOfDay();
        }
        return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                ? OffsetDateTime.parse(text)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime()
                : LocalDateTime.parse(text);
    }
}
