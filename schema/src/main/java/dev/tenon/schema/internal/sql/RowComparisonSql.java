package dev.tenon.schema.internal.sql;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the comparison of the row of a trigger before and after an update.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions-comparisons.html#COMPOSITE-TYPE-COMPARISON">Comparison
 *     of records by their images</a>
 */
final class RowComparisonSql {

    /** Types whose values are the same if they are equal. Equal numerics, for example, may have other digits. */
    private static final Set<String> EXACT = Set.of(
            "smallint",
            "integer",
            "bigint",
            "boolean",
            "uuid",
            "text",
            "varchar",
            "bytea",
            "date",
            "timestamp",
            "timestamptz");

    private RowComparisonSql() {}

    /**
     * Whether a column has another value than before. Types that have no equality, or one under which different values
     * are equal, are compared by their images.
     */
    static String changed(List<Column> columns) {
        List<String> terms = new ArrayList<>();
        columns.stream()
                .filter(RowComparisonSql::isExact)
                .map(column -> Identifier.quote(column.name()))
                .forEach(name -> terms.add("OLD." + name + " IS DISTINCT FROM NEW." + name));
        List<String> others = columns.stream()
                .filter(column -> !isExact(column))
                .map(column -> Identifier.quote(column.name()))
                .toList();
        if (!others.isEmpty()) {
            terms.add(image("OLD.", others) + " OPERATOR(pg_catalog.*<>) " + image("NEW.", others));
        }
        return String.join(" OR ", terms);
    }

    private static String image(String row, List<String> columns) {
        return columns.stream().map(name -> row + name).collect(Collectors.joining(", ", "ROW(", ")::record"));
    }

    private static boolean isExact(Column column) {
        return column.collation().isEmpty()
                && column.type() instanceof ColumnType.Builtin builtin
                && EXACT.contains(builtin.name());
    }
}
