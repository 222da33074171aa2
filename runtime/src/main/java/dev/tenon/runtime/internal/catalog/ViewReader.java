package dev.tenon.runtime.internal.catalog;

import dev.tenon.runtime.internal.catalog.UnmodelledRepair.RepairPhase;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.Index;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.View;
import dev.tenon.schema.ViewColumn;
import dev.tenon.schema.ViewKind;
import dev.tenon.schema.ViewKind.CheckOption;
import dev.tenon.schema.internal.sql.ColumnSql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Reads views and materialized views, without their grants. The server stores parsed queries and prints their text.
 * Views of extensions are excluded.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-rewrite.html">pg_rewrite</a>
 */
public final class ViewReader {

    private static final String SQL = """
            SELECT n.nspname AS table_schema, c.relname AS table_name, c.relkind = 'm' AS materialized,
                pg_get_viewdef(c.oid) AS query, d.description,
                CASE WHEN NOT c.relispopulated THEN 'WITH NO DATA' END AS rows,
                CASE WHEN NOT c.relispopulated THEN
                    ARRAY[format('REFRESH MATERIALIZED VIEW %%s', c.oid::regclass)] END AS rows_remedy,
                o.security_invoker, o.security_barrier, o.check_option, o.others AS options,
                CASE WHEN o.others IS NOT NULL THEN ARRAY[format('ALTER %%sVIEW %%s RESET (%%s)',
                    CASE c.relkind WHEN 'm' THEN 'MATERIALIZED ' END, c.oid::regclass, o.other_names)] END AS options_remedy,
                ARRAY(SELECT r.rulename::text FROM pg_rewrite r
                    WHERE r.ev_class = c.oid AND r.rulename <> '_RETURN' ORDER BY r.rulename) AS rules
            FROM %s
            CROSS JOIN LATERAL (
                SELECT coalesce(bool_or(option_value::boolean) FILTER (WHERE option_name = 'security_invoker'), false)
                        AS security_invoker,
                    coalesce(bool_or(option_value::boolean) FILTER (WHERE option_name = 'security_barrier'), false)
                        AS security_barrier,
                    coalesce(max(option_value) FILTER (WHERE option_name = 'check_option'), 'none') AS check_option,
                    string_agg(option_name || '=' || option_value, ', ' ORDER BY option_name)
                        FILTER (WHERE option_name NOT IN ('security_invoker', 'security_barrier', 'check_option'))
                        AS others,
                    string_agg(quote_ident(option_name), ', ' ORDER BY option_name)
                        FILTER (WHERE option_name NOT IN ('security_invoker', 'security_barrier', 'check_option'))
                        AS other_names
                FROM (SELECT option_name,
                    CASE WHEN option_name LIKE 'security%%' THEN option_value::boolean::text ELSE option_value END
                        AS option_value
                    FROM pg_options_to_table(c.reloptions)) each_option) o
            LEFT JOIN pg_description d ON d.objoid = c.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0
            WHERE c.relkind IN ('v', 'm') AND NOT EXISTS (
                SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
            """.formatted(TableReader.RELATIONS);

    private static final List<UnmodelledAttribute> EXTRAS = List.of(
            UnmodelledAttribute.repaired("options", ""),
            UnmodelledAttribute.tuning("rows", "reads are blocked until its query is done"));

    private ViewReader() {}

    static List<View> read(
            CatalogQueries catalog,
            Collection<String> namespaces,
            TableMultimap<Column> columns,
            TableMultimap<Index> indexes,
            Consumer<Unmodelled> unmodelled)
            throws SQLException {
        List<View> views = new ArrayList<>();
        catalog.each(SQL, namespaces, row -> {
            QualifiedName name = row.table();
            views.add(View.of(name, List.of(), withoutSemicolon(row.text("query")))
                    .withColumns(columns.of(name).stream()
                            .map(column -> new ViewColumn(column.name(), column.comment()))
                            .toList())
                    .withForm(form(row, indexes.of(name)))
                    .withComment(row.optional("description")));
            unmodelled(row, name, columns.of(name), unmodelled);
        });
        return views;
    }

    /** Returns the query of the session's only temporary view. */
    public static String temporary(CatalogQueries catalog) throws SQLException {
        List<String> queries = new ArrayList<>();
        catalog.each(
                "SELECT pg_get_viewdef(oid) AS query FROM pg_class"
                        + " WHERE relnamespace = pg_my_temp_schema() AND relkind = 'v'",
                row -> queries.add(withoutSemicolon(row.text("query"))));
        return queries.get(0);
    }

    private static String withoutSemicolon(String query) {
        String stripped = query.strip();
        return stripped.endsWith(";") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }

    private static ViewKind form(CatalogRow row, List<Index> indexes) throws SQLException {
        return row.flag("materialized")
                ? new ViewKind.Materialized(indexes)
                : new ViewKind.Regular(
                        row.flag("security_invoker"),
                        row.flag("security_barrier"),
                        CheckOption.valueOf(row.text("check_option").toUpperCase(Locale.ROOT)));
    }

    private static void unmodelled(
            CatalogRow row, QualifiedName view, List<Column> columns, Consumer<Unmodelled> unmodelled)
            throws SQLException {
        ObjectPath path = ObjectPath.view(view);
        row.texts("rules").forEach(rule -> unmodelled.accept(TableReader.rule(path, rule)));
        for (UnmodelledAttribute extra : EXTRAS) {
            extra.report(row, path, unmodelled);
        }
        for (Column column : columns) {
            if (column.defaultValue().orElse(null) instanceof ColumnDefault.Expression value) {
                String drop = ColumnSql.dropDefault(view, column.name());
                unmodelled.accept(new Unmodelled(
                        ObjectPath.column(view, column.name()),
                        "default",
                        value.sql(),
                        new UnmodelledRepair.Statements(RepairPhase.REPAIRS, List.of(drop), "")));
            }
        }
    }
}
