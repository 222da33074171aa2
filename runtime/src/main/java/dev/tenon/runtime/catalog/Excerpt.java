package dev.tenon.runtime.catalog;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Table;
import dev.tenon.schema.TableStorage;
import dev.tenon.schema.TenantScope;
import java.util.List;
import java.util.Optional;

/** Copies a table with all its columns and only the selected expressions. */
final class Excerpt {

    private Excerpt() {}

    /** Which expressions to take. */
    interface Choice {

        /** Whether to take the column's default or computed value. */
        boolean takes(Column column);

        boolean takes(Constraint constraint);

        boolean takes(Index index);

        boolean takes(Policy policy);

        boolean takes(Partitioning how);
    }

    static Table of(Table table, Choice choice) {
        List<Column> columns = table.columns().stream()
                .map(column -> column.defaultValue().isEmpty() || choice.takes(column)
                        ? column
                        : column.withDefault(Optional.empty()))
                .toList();
        return new Table(
                table.name(),
                columns,
                table.constraints().stream().filter(choice::takes).toList(),
                table.indexes().stream().filter(choice::takes).toList(),
                table.rowSecurity(),
                table.policies().stream().filter(choice::takes).toList(),
                List.of(),
                TenantScope.NONE,
                TableStorage.USUAL,
                Optional.empty(),
                table.partitioning().filter(choice::takes));
    }

    /** Whether the choice takes anything of the table but its columns. */
    static boolean hasAny(Table table, Choice choice) {
        return table.columns().stream().anyMatch(column -> column.defaultValue().isPresent() && choice.takes(column))
                || table.constraints().stream().anyMatch(choice::takes)
                || table.indexes().stream().anyMatch(choice::takes)
                || table.policies().stream().anyMatch(choice::takes)
                || table.partitioning().filter(choice::takes).isPresent();
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
