package dev.tenon.runtime.isolation;

import dev.tenon.schema.Column;
import dev.tenon.schema.Table;
import dev.tenon.schema.sql.Identifier;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the columns that an expression speaks of, by their names as the server prints them. */
final class Mentions {

    private Mentions() {}

    static List<String> of(String expression, Table table) {
        return table.columns().stream()
                .map(Column::name)
                .filter(column -> Pattern.compile(
                                "(?<![\\w\"])" + Pattern.quote(Identifier.quote(column)) + "(?![\\w\"])")
                        .matcher(expression)
                        .find())
                .toList();
    }
}
