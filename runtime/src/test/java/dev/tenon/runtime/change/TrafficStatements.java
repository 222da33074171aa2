package dev.tenon.runtime.change;

import dev.tenon.schema.Column;
import dev.tenon.schema.Keyed;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.change.ChangeCase;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Statements of an application that name only tables, views and columns that the schemas before and after a change both
 * have.
 *
 * @param reads the queries
 * @param writes the statements that write; each leaves the rows as they were, or is reverted by the next one
 */
record TrafficStatements(List<String> reads, List<String> writes) {

    private static final String NEW_ROW = "999999";

    /** Returns the statements for a change. */
    static TrafficStatements of(ChangeCase change) {
        List<String> reads = new ArrayList<>();
        List<String> writes = new ArrayList<>();
        for (Table before : change.before().tables()) {
            change.after().table(before.name()).ifPresent(after -> {
                List<Column> common = common(before.columns(), after.columns());
                String table = Identifier.quote(before.name());
                if (common.stream().anyMatch(column -> column.name().equals("id"))) {
                    reads.add("SELECT " + names(common) + " FROM " + table + " WHERE id < 5 ORDER BY id");
                    reads.add("SELECT count(*) FROM " + table);
                    writes(table, common, after, writes);
                }
            });
        }
        for (View before : change.before().views()) {
            change.after().view(before.name()).ifPresent(after -> {
                String names = common(before.columns(), after.columns()).stream()
                        .map(column -> Identifier.quote(column.name()))
                        .collect(Collectors.joining(", "));
                reads.add("SELECT " + names + " FROM " + Identifier.quote(before.name()) + " LIMIT 5");
            });
        }
        return new TrafficStatements(reads, writes);
    }

    /** Returns the number of statements. */
    int size() {
        return reads.size() + writes.size();
    }

    private static void writes(String table, List<Column> common, Table after, List<String> writes) {
        List<Column> written =
                common.stream().filter(column -> !isGenerated(column, after)).toList();
        written.forEach(column -> writes.add("UPDATE " + table + " SET " + Identifier.quote(column.name()) + " = "
                + Identifier.quote(column.name()) + " WHERE id BETWEEN 3 AND 4"));
        String values = written.stream()
                .map(column -> column.name().equals("id") ? NEW_ROW : Identifier.quote(column.name()))
                .collect(Collectors.joining(", "));
        writes.add("INSERT INTO " + table + " (" + names(written) + ") SELECT " + values + " FROM " + table
                + " WHERE id = 2");
        writes.add("DELETE FROM " + table + " WHERE id = " + NEW_ROW);
    }

    private static boolean isGenerated(Column column, Table after) {
        return column.generated()
                || after.column(column.name()).filter(Column::generated).isPresent();
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(column -> Identifier.quote(column.name())).collect(Collectors.joining(", "));
    }

    private static <T extends Keyed<String>> List<T> common(List<T> before, List<T> after) {
        return before.stream()
                .filter(each -> after.stream().anyMatch(other -> other.name().equals(each.name())))
                .toList();
    }
}
