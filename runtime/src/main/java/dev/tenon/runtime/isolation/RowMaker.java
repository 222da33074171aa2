package dev.tenon.runtime.isolation;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Generates the values of a row that do not come from other rows: unique values for keys and identities, otherwise
 * the column's default, NULL if allowed, and values that satisfy check constraints.
 */
final class RowMaker {

    private static final String SEQUENCE = "nextval(";

    private final ValueMaker values;
    private final CheckSolver checks;

    RowMaker(Stage stage) {
        this.values = new ValueMaker(stage);
        this.checks = new CheckSolver(stage);
    }

    /** A value that no other row has in the column. */
    String unique(Table table, String column) throws SQLException, SeedException {
        Column found = table.column(column)
                .orElseThrow(() -> new SeedException(table.name().display() + " has no column " + column));
        return first(table, found, true);
    }

    /** Fills in the keys that are the row's own, which other rows may refer to. */
    void keys(Table table, Map<String, String> row) throws SQLException, SeedException {
        Set<String> references = references(table);
        for (String name : TableKeys.unique(table)) {
            Column column = table.column(name).orElseThrow();
            if (!row.containsKey(name) && !references.contains(name) && !column.generated()) {
                row.put(name, first(table, column, true));
            }
        }
    }

    /** Leaves a reference empty, which a default would fill. */
    void leave(Table table, Constraint.ForeignKey reference, Map<String, String> row) {
        for (String name : reference.columns()) {
            Column column = table.column(name).orElseThrow();
            if (column.nullable()
                    && !column.generated()
                    && column.defaultValue().isPresent()) {
                row.putIfAbsent(name, "NULL");
            }
        }
    }

    /** Fills in everything else. */
    void rest(Table table, Map<String, String> row) throws SQLException, SeedException {
        Set<String> unique = TableKeys.unique(table);
        Set<String> references = references(table);
        List<FreeColumn> free = new ArrayList<>();
        for (Column column : table.columns()) {
            boolean own = !references.contains(column.name())
                    && table.tenantScope()
                            .tenantColumn()
                            .filter(column.name()::equals)
                            .isEmpty();
            if (!row.containsKey(column.name()) && !column.generated()) {
                boolean ofKey = unique.contains(column.name()) && !column.nullable();
                (ofKey ? Optional.of(first(table, column, true)) : value(table, column))
                        .ifPresent(value -> row.put(column.name(), value));
            }
            if (own && !column.generated()) {
                Optional<Candidates> candidates = values.candidates(column.type());
                boolean key = unique.contains(column.name())
                        && !PartitionRows.columns(table).contains(column.name());
                candidates.ifPresent(known -> free.add(FreeColumn.of(column, key, row, known)));
            }
        }
        row.putAll(checks.solve(table, row, free));
    }

    private Optional<String> value(Table table, Column column) throws SQLException, SeedException {
        Optional<ColumnDefault> source = column.defaultValue();
        boolean numbered = source.filter(value -> value instanceof ColumnDefault.Identity
                        || (value instanceof ColumnDefault.Expression expression
                                && expression.sql().contains(SEQUENCE)))
                .isPresent();
        if (numbered) {
            return Optional.of(first(table, column, true));
        }
        boolean needed = !column.nullable() && source.isEmpty();
        return needed ? Optional.of(first(table, column, false)) : Optional.empty();
    }

    private String first(Table table, Column column, boolean unique) throws SQLException, SeedException {
        ColumnType type = column.type();
        Candidates candidates = values.candidates(type)
                .orElseThrow(() -> new SeedException(
                        "no test row could be generated for " + table.name().display() + ": no value is known for"
                                + " type " + type + " of column " + column.name()));
        List<String> preferred = unique ? candidates.unique() : candidates.usual();
        return preferred.isEmpty() ? other(candidates, unique) : preferred.get(0);
    }

    private static String other(Candidates candidates, boolean unique) {
        return unique ? candidates.usual().get(0) : candidates.unique().get(0);
    }

    private static Set<String> references(Table table) {
        Set<String> columns = new HashSet<>();
        table.constraints(Constraint.ForeignKey.class).forEach(key -> columns.addAll(key.columns()));
        return columns;
    }
}
