package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.parse.ReferencedNames;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** A column that an expression reads and that an UPDATE can set, so that the server evaluates the expression again. */
final class ReadColumn {

    private ReadColumn() {}

    /** The column; one that is part of no key, if there is one. */
    static Optional<String> of(Table table, String expression) {
        Set<String> names = ReferencedNames.in(expression).operands();
        return table.columns().stream()
                .filter(column -> names.contains(column.name()) && isSettable(column))
                .map(Column::name)
                .min(Comparator.comparing(name -> isInKey(table, name)));
    }

    private static boolean isSettable(Column column) {
        return !column.generated()
                && column.defaultValue()
                        .filter(value -> value instanceof ColumnDefault.Identity identity && identity.always())
                        .isEmpty();
    }

    private static boolean isInKey(Table table, String column) {
        return table.constraints().stream()
                .anyMatch(constraint -> (constraint instanceof Constraint.PrimaryKey key
                                && key.columns().contains(column))
                        || (constraint instanceof Constraint.ForeignKey reference
                                && reference.columns().contains(column)));
    }
}
