package dev.tenon.runtime.internal.catalog.canonical;

import dev.tenon.schema.Keyed;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Copies a table with all its columns and only the selected expressions; the path of the owning object selects each.
 */
final class ExpressionSubset {

    private ExpressionSubset() {}

    /**
     * Returns the objects that may have expressions: columns with a default or generation expression, constraints,
     * indexes, policies, and the partitioning, at the path of the table.
     */
    static Map<ObjectPath, Object> members(Table table) {
        QualifiedName name = table.name();
        Map<ObjectPath, Object> members = new LinkedHashMap<>();
        table.columns().stream()
                .filter(column -> column.defaultValue().isPresent())
                .forEach(column -> members.put(ObjectPath.column(name, column.name()), column));
        table.constraints().forEach(each -> members.put(ObjectPath.constraint(name, each.name()), each));
        table.indexes().forEach(each -> members.put(ObjectPath.index(name, each.name()), each));
        table.policies().forEach(each -> members.put(ObjectPath.policy(name, each.name()), each));
        table.partitioning().ifPresent(how -> members.put(ObjectPath.table(name), how));
        return members;
    }

    /** Returns the table with its columns and the selected expressions. */
    static Table of(Table table, Predicate<ObjectPath> selected) {
        QualifiedName name = table.name();
        return Table.of(
                        name,
                        table.columns().stream()
                                .map(column -> selected.test(ObjectPath.column(name, column.name()))
                                        ? column
                                        : column.withDefault(Optional.empty()))
                                .toList())
                .withConstraints(selected(name, table.constraints(), ObjectPath::constraint, selected))
                .withIndexes(selected(name, table.indexes(), ObjectPath::index, selected))
                .withRowSecurity(table.rowSecurity(), selected(name, table.policies(), ObjectPath::policy, selected))
                .withPartitioning(table.partitioning().filter(how -> selected.test(ObjectPath.table(name))));
    }

    /** Returns the same; empty if no expression is selected. */
    static Optional<Table> any(Table table, Predicate<ObjectPath> selected) {
        return Optional.of(of(table, selected)).filter(subset -> !isBare(subset));
    }

    /** Whether the table has no expressions. */
    static boolean isBare(Table subset) {
        return members(subset).isEmpty();
    }

    private static <T extends Keyed<String>> List<T> selected(
            QualifiedName table,
            List<T> members,
            BiFunction<QualifiedName, String, ObjectPath> path,
            Predicate<ObjectPath> selected) {
        return members.stream()
                .filter(member -> selected.test(path.apply(table, member.name())))
                .toList();
    }
}
