package dev.tenon.runtime.internal.catalog.canonical;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Table;
import java.util.List;
import java.util.Optional;

/** Copies a table with all its columns and only the selected expressions. */
final class ExpressionSubset {

    private ExpressionSubset() {}

    /** Which expressions to take. */
    interface Choice {

        /** Whether to take the column's default or computed value. */
        boolean includes(Column column);

        boolean includes(Constraint constraint);

        boolean includes(Index index);

        boolean includes(Policy policy);

        boolean includes(Partitioning how);
    }

    static Table of(Table table, Choice choice) {
        List<Column> columns = table.columns().stream()
                .map(column -> column.defaultValue().isEmpty() || choice.includes(column)
                        ? column
                        : column.withDefault(Optional.empty()))
                .toList();
        return Table.of(table.name(), columns)
                .withConstraints(
                        table.constraints().stream().filter(choice::includes).toList())
                .withIndexes(table.indexes().stream().filter(choice::includes).toList())
                .withRowSecurity(
                        table.rowSecurity(),
                        table.policies().stream().filter(choice::includes).toList())
                .withPartitioning(table.partitioning().filter(choice::includes));
    }

    /** Whether the choice takes anything of the table but its columns. */
    static boolean hasAny(Table table, Choice choice) {
        return table.columns().stream().anyMatch(column -> column.defaultValue().isPresent() && choice.includes(column))
                || table.constraints().stream().anyMatch(choice::includes)
                || table.indexes().stream().anyMatch(choice::includes)
                || table.policies().stream().anyMatch(choice::includes)
                || table.partitioning().filter(choice::includes).isPresent();
    }

    /** Takes columns and nothing else. */
    static Table bare(Table table) {
        return Table.of(
                table.name(),
                table.columns().stream()
                        .map(column -> column.withDefault(Optional.empty()))
                        .toList());
    }

    /** Whether there are only columns. */
    static boolean isBare(Table excerpt) {
        return excerpt.columns().stream()
                        .allMatch(column -> column.defaultValue().isEmpty())
                && excerpt.constraints().isEmpty()
                && excerpt.indexes().isEmpty()
                && excerpt.policies().isEmpty()
                && excerpt.partitioning().isEmpty();
    }
}
