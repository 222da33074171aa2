package dev.tenon.runtime.isolation;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Table;
import dev.tenon.schema.sql.Identifier;
import dev.tenon.schema.sql.TypeSql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds values that check constraints accept, by letting the server try the constraints on all combinations of a few
 * candidates for each column. This is best effort: without a solution the row is unchanged, and the server reports
 * the violated constraint.
 */
final class CheckSolver {

    private static final int MOST_COMBINATIONS = 50_000;

    private final Stage stage;

    CheckSolver(Stage stage) {
        this.stage = stage;
    }

    /** The values to put in the place of what the row has; none if it is fine or cannot be mended. */
    Map<String, String> solve(Table table, Map<String, String> row, List<FreeColumn> columns)
            throws SQLException, SeedException {
        List<Constraint.Check> checks = table.constraints(Constraint.Check.class)
                .filter(check -> Mentions.of(check.expression(), table).stream()
                        .noneMatch(name ->
                                table.column(name).filter(Column::generated).isPresent()))
                .toList();
        Set<String> mentioned = new HashSet<>();
        checks.forEach(check -> mentioned.addAll(Mentions.of(check.expression(), table)));
        List<FreeColumn> free = limited(columns.stream()
                .filter(column -> mentioned.contains(column.column().name()))
                .map(column ->
                        column.withLikely(CheckConstants.of(column.column().type(), checks)))
                .toList());
        if (free.isEmpty()) {
            return Map.of();
        }
        return chosen(free, answer(query(table, row, checks, free, mentioned)));
    }

    private List<String> answer(String query) throws SeedException {
        try {
            return stage.aside(() -> {
                stage.theirPath();
                return stage.texts(query);
            });
        } catch (SQLException unanswerable) {
            return List.of();
        }
    }

    private static Map<String, String> chosen(List<FreeColumn> free, List<String> answer) {
        Map<String, String> values = new HashMap<>();
        if (!answer.isEmpty()) {
            String[] numbers = answer.get(0).split(",", -1);
            for (int i = 0; i < free.size(); i++) {
                int number = Integer.parseInt(numbers[i]);
                if (number > 0) {
                    values.put(
                            free.get(i).column().name(), free.get(i).choices().get(number));
                }
            }
        }
        return values;
    }

    private static String query(
            Table table,
            Map<String, String> row,
            List<Constraint.Check> checks,
            List<FreeColumn> free,
            Set<String> mentioned) {
        List<String> sources = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        Set<String> given = new HashSet<>(mentioned);
        for (int i = 0; i < free.size(); i++) {
            sources.add(source(free.get(i), "c" + i));
            numbers.add("c" + i + ".n");
            given.remove(free.get(i).column().name());
        }
        sources.add(fixed(table, row, given));
        return "SELECT pg_catalog.concat_ws(',', " + String.join(", ", numbers) + ") FROM "
                + String.join(" CROSS JOIN ", sources)
                + " WHERE "
                + checks.stream()
                        .map(check -> "(" + check.expression() + ") IS NOT FALSE")
                        .collect(Collectors.joining(" AND "))
                + " ORDER BY " + String.join(" OPERATOR(pg_catalog.+) ", numbers) + " LIMIT 1";
    }

    private static String source(FreeColumn column, String alias) {
        List<String> choices = new ArrayList<>();
        for (int i = 0; i < column.choices().size(); i++) {
            choices.add("(" + i + ", (" + column.choices().get(i) + ")::"
                    + TypeSql.name(column.column().type()) + ")");
        }
        return "(VALUES " + String.join(", ", choices) + ") AS " + alias + " (n, "
                + Identifier.quote(column.column().name()) + ")";
    }

    /** The columns that the constraints speak of and the row has settled. */
    private static String fixed(Table table, Map<String, String> row, Set<String> names) {
        String values = names.stream()
                .sorted()
                .flatMap(name -> table.column(name).stream())
                .map(column -> "(" + row.getOrDefault(column.name(), "NULL") + ")::" + TypeSql.name(column.type())
                        + " AS " + Identifier.quote(column.name()))
                .collect(Collectors.joining(", "));
        return "(SELECT " + values + ") AS fixed";
    }

    /** Leaves the last candidates out where there would be too many combinations. */
    private static List<FreeColumn> limited(List<FreeColumn> columns) {
        if (columns.isEmpty()) {
            return columns;
        }
        int each = Math.max(2, (int) Math.pow(MOST_COMBINATIONS, 1.0 / columns.size()));
        return columns.stream().map(column -> column.limited(each)).toList();
    }
}
