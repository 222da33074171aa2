package dev.tenon.cli.importer.annotation;

import dev.tenon.schema.Column;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The expression of a {@code @TextSearch} column, as PostgreSQL prints it.
 *
 * @param config the text search configuration
 * @param columns the columns whose text is searched, in order
 */
record TextSearchExpression(String config, List<String> columns) {

    private static final Pattern CONFIG = Pattern.compile("to_tsvector\\('(?<config>\\w+(\\.\\w+)?)'::regconfig, .*");

    TextSearchExpression {
        columns = List.copyOf(columns);
    }

    /** Reads the expression; empty for others, also for those that search the same text in another form. */
    static Optional<TextSearchExpression> read(Table table, String sql) {
        Matcher config = CONFIG.matcher(sql);
        if (!config.matches()) {
            return Optional.empty();
        }
        // Columns in the order of their places in the text; the whole text must then be equal.
        List<String> columns = table.columns().stream()
                .filter(column -> sql.contains(text(column)))
                .sorted((one, other) -> Integer.compare(sql.indexOf(text(one)), sql.indexOf(text(other))))
                .map(Column::name)
                .toList();
        TextSearchExpression found = new TextSearchExpression(config.group("config"), columns);
        return !columns.isEmpty() && found.sql(table).equals(sql) ? Optional.of(found) : Optional.empty();
    }

    private String sql(Table table) {
        String texts = "";
        for (String column : columns) {
            String text = text(table.column(column).orElseThrow());
            texts = texts.isEmpty() ? text : "((" + texts + " || ' '::text) || " + text + ")";
        }
        return "to_tsvector('" + config + "'::regconfig, " + texts + ")";
    }

    private static String text(Column column) {
        String name = Identifier.quote(column.name());
        return column.type().toString().startsWith("varchar")
                ? "(COALESCE(" + name + ", ''::character varying))::text"
                : "COALESCE(" + name + ", ''::text)";
    }
}
