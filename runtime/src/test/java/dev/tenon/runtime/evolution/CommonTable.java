package dev.tenon.runtime.evolution;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.PartitionBound;
import dev.tenon.schema.PartitionStrategy;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table that both schemas of a pair have under the same name, and statements that are valid in both. */
final class CommonTable {

    /** The row that applications write; no row of the pair has its values. */
    private static final int WRITTEN = 5;
    /** A row whose values no table has. */
    private static final int ABSENT = 9;
    /** A row whose values every table has. */
    private static final int PRESENT = 1;

    private final SchemaPair pair;
    private final Table before;
    private final Table after;
    /** The columns that both have with the same name and type. */
    private final List<Column> columns = new ArrayList<>();

    private CommonTable(SchemaPair pair, Table before, Table after) {
        this.pair = pair;
        this.before = before;
        this.after = after;
        for (Column column : after.columns()) {
            PairPlan.former(before, pair.after(), column)
                    .filter(old -> old.name().equals(column.name()) && old.type().equals(column.type()))
                    .filter(old -> column.type() instanceof ColumnType.Builtin)
                    .filter(old -> !column.generated() && !old.generated())
                    .ifPresent(old -> columns.add(column));
        }
    }

    /**
     * A statement that must be refused at every moment.
     *
     * @param sql the statement
     * @param state the SQLSTATE of the refusal
     */
    record Violation(String sql, String state) {}

    /** The common tables of a pair. */
    static List<CommonTable> of(SchemaPair pair) {
        List<CommonTable> all = new ArrayList<>();
        for (Table after : pair.after().schema.tables()) {
            PairPlan.former(pair.before(), pair.after(), after)
                    .filter(old -> old.name().equals(after.name()))
                    .map(old -> new CommonTable(pair, old, after))
                    .filter(common -> !common.columns.isEmpty())
                    .ifPresent(all::add);
        }
        return all;
    }

    String select() {
        return "SELECT " + Identifier.list(columns.stream().map(Column::name).toList()) + " FROM "
                + Identifier.quote(after.name());
    }

    /** The statements that write one row and delete it, each committed; empty if none are valid in both schemas. */
    List<String> writes() {
        Optional<Column> key = columns.stream()
                .filter(column -> TypeValues.isKey(column.type()) && !isReference(column.name()))
                .findFirst();
        if (key.isEmpty() || !canInsert()) {
            return List.of();
        }
        String row = " WHERE " + Identifier.quote(key.get().name()) + " = " + value(key.get(), WRITTEN);
        String table = Identifier.quote(after.name());
        List<String> writes = new ArrayList<>();
        writes.add(insert(Map.of()));
        for (Column column : columns) {
            boolean free = !column.equals(key.get()) && !isReference(column.name()) && !isInKey(column.name());
            if (free && column.type().toString().equals("text")) {
                writes.add("UPDATE " + table + " SET " + Identifier.quote(column.name()) + " = "
                        + value(column, PRESENT) + row);
            }
        }
        writes.add("DELETE FROM " + table + row);
        return writes;
    }

    /** The statements that constraints of both schemas refuse. */
    List<Violation> violations() {
        List<Violation> all = new ArrayList<>();
        if (!canInsert()) {
            return all;
        }
        Set<String> names = columns.stream().map(Column::name).collect(Collectors.toSet());
        Set<Set<String>> later = keys(after).collect(Collectors.toSet());
        keys(before)
                .filter(later::contains)
                .filter(names::containsAll)
                .forEach(key -> all.add(new Violation(insert(values(key, PRESENT)), "23505")));
        for (Constraint.ForeignKey key : before.foreignKeys()) {
            boolean both = after.foreignKeys().stream()
                    .anyMatch(other -> other.columns().equals(key.columns())
                            && other.targetColumns().equals(key.targetColumns())
                            && isSameTarget(key, other));
            if (both && names.containsAll(key.columns())) {
                all.add(new Violation(insert(values(key.columns(), ABSENT)), "23503"));
            }
        }
        for (Column column : columns) {
            boolean required = !column.nullable()
                    && !before.column(column.name()).orElseThrow().nullable();
            if (required && before.partitioning().isEmpty()) {
                all.add(new Violation(insert(Map.of(column.name(), "NULL")), "23502"));
            }
        }
        return all;
    }

    private boolean isSameTarget(Constraint.ForeignKey key, Constraint.ForeignKey other) {
        return key.target().equals(other.target())
                && pair.after()
                        .origin(other.target().name())
                        .equals(Tokens.of(key.target().name()))
                && pair.after().schema.table(other.target()).stream()
                        .flatMap(target -> target.columns().stream())
                        .filter(column -> key.targetColumns().contains(column.name()))
                        .allMatch(column -> pair.after().origin(column.name()).equals(Tokens.of(column.name())));
    }

    /** Whether one row can be inserted at any moment, with values for the common columns only. */
    private boolean canInsert() {
        Set<String> unique = columns.stream()
                .filter(column -> TypeValues.isKey(column.type()) && !isReference(column.name()))
                .map(Column::name)
                .collect(Collectors.toSet());
        return Stream.of(before, after).allMatch(table -> table.columns().stream().allMatch(this::mayBeOmitted)
                && keys(table).allMatch(key -> key.stream().anyMatch(unique::contains))
                && exclusions(table).allMatch(key -> key.stream().anyMatch(unique::contains))
                && table.foreignKeys().stream().allMatch(this::mayBeNull)
                && takesEveryRow(table));
    }

    private boolean mayBeOmitted(Column column) {
        return column.nullable()
                || column.generated()
                || column.defaultValue().isPresent()
                || columns.stream().anyMatch(each -> each.name().equals(column.name()));
    }

    private boolean mayBeNull(Constraint.ForeignKey key) {
        return key.columns().stream().anyMatch(name -> isNullable(before, name) && isNullable(after, name));
    }

    private static boolean isNullable(Table table, String name) {
        return table.column(name).filter(Column::nullable).isPresent();
    }

    private static boolean takesEveryRow(Table table) {
        return table.partitioning()
                .filter(how -> how.strategy() != PartitionStrategy.HASH)
                .filter(how -> how.partitions().stream()
                        .noneMatch(partition -> partition.bound().equals(PartitionBound.DEFAULT)))
                .isEmpty();
    }

    private boolean isReference(String name) {
        return Stream.of(before, after)
                .flatMap(table -> table.foreignKeys().stream())
                .anyMatch(key -> key.columns().contains(name));
    }

    private boolean isInKey(String name) {
        return Stream.of(before, after)
                .flatMap(table -> Stream.concat(keys(table), exclusions(table)))
                .anyMatch(key -> key.contains(name));
    }

    /** The columns of keys and unique indexes. */
    private static Stream<Set<String>> keys(Table table) {
        Stream<Set<String>> constraints = table.constraints().stream()
                .flatMap(constraint -> constraint instanceof Constraint.PrimaryKey key
                        ? Stream.of(new TreeSet<>(key.columns()))
                        : constraint instanceof Constraint.Unique unique
                                ? Stream.of(new TreeSet<>(unique.columns()))
                                : Stream.empty());
        Stream<Set<String>> indexes = table.indexes().stream()
                .filter(index -> index.unique() && index.where().isEmpty())
                .filter(index ->
                        index.keys().stream().allMatch(key -> key.column().isPresent()))
                .map(index -> index.keys().stream()
                        .map(IndexKey::column)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toCollection(TreeSet::new)));
        return Stream.concat(constraints, indexes);
    }

    /** The columns of partial unique indexes and exclusions. */
    private static Stream<Set<String>> exclusions(Table table) {
        Stream<Set<String>> exclusions = table.constraints(Constraint.Exclusion.class)
                .map(exclusion -> exclusion.elements().stream()
                        .flatMap(element -> element.key().column().stream())
                        .collect(Collectors.toCollection(TreeSet::new)));
        Stream<Set<String>> indexes = table.indexes().stream()
                .filter(Index::unique)
                .map(index -> index.keys().stream()
                        .flatMap(key -> key.column().stream())
                        .collect(Collectors.toCollection(TreeSet::new)));
        return Stream.concat(exclusions, indexes);
    }

    private Map<String, String> values(Iterable<String> names, int row) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names) {
            values.put(name, value(after.column(name).orElseThrow(), row));
        }
        return values;
    }

    private String insert(Map<String, String> other) {
        List<String> values = new ArrayList<>();
        for (Column column : columns) {
            boolean empty = isReference(column.name()) && isNullable(before, column.name()) && column.nullable();
            values.add(other.getOrDefault(column.name(), empty ? "NULL" : value(column, WRITTEN)));
        }
        return "INSERT INTO " + Identifier.quote(after.name()) + " ("
                + Identifier.list(columns.stream().map(Column::name).toList()) + ") OVERRIDING SYSTEM VALUE VALUES ("
                + String.join(", ", values) + ")";
    }

    private String value(Column column, int row) {
        return TypeValues.of(column.type(), row, pair.before());
    }
}
