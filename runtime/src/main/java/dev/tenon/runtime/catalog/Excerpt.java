package dev.tenon.runtime.catalog;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Table;
import java.util.List;
import java.util.Optional;

/** Takes of a table all columns, because expressions may speak of them, and some of its expressions. */
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
                .map(column -> choice.takes(column) ? column : column.withDefault(Optional.empty()))
                .toList();
        return Table.of(table.name(), columns)
                .withConstraints(
                        table.constraints().stream().filter(choice::takes).toList())
                .withIndexes(table.indexes().stream().filter(choice::takes).toList())
                .withRowSecurity(
                        table.rowSecurity(),
                        table.policies().stream().filter(choice::takes).toList())
                .withPartitioning(table.partitioning().filter(choice::takes));
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
