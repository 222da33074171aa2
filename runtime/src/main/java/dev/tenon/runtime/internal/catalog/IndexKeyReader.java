package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.IndexKey;
import dev.tenon.schema.IndexKey.Order;
import dev.tenon.schema.ObjectPath;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the keys and the stored columns of indexes. Operator classes and collations are read only if they are not the
 * default of the type or column.
 */
final class IndexKeyReader {

    private static final String SQL = """
            SELECT n.nspname AS table_schema, c.relname AS table_name, x.oid AS index_id, x.relname AS index_name,
                k.n <= i.indnkeyatts AS is_key, a.attname,
                CASE WHEN k.attnum = 0 THEN pg_get_indexdef(x.oid, k.n::integer, false) END AS expression,
                pn.nspname AS class_schema, p.opcname AS class_name,
                cn.nspname AS collation_schema, co.collname AS collation_name,
                i.indoption[k.n - 1] AS flags, array_to_string(xa.attoptions, ', ') AS class_parameters
            FROM %s
            CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY k(attnum, n)
            JOIN pg_attribute xa ON xa.attrelid = x.oid AND xa.attnum = k.n
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum AND k.attnum <> 0
            LEFT JOIN pg_opclass p ON p.oid = i.indclass[k.n - 1] AND NOT p.opcdefault
            LEFT JOIN pg_namespace pn ON pn.oid = p.opcnamespace
            LEFT JOIN pg_collation co ON co.oid = i.indcollation[k.n - 1]
                AND co.oid <> coalesce(a.attcollation, 'pg_catalog.default'::regcollation)
            LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
            ORDER BY x.oid, k.n
            """.formatted(IndexReader.INDEXES);

    /** The order of a key by the two bits of {@code indoption}: descending, nulls first. */
    private static final List<Order> ORDERS =
            List.of(Order.ASC, Order.DESC_NULLS_LAST, Order.ASC_NULLS_FIRST, Order.DESC);

    private IndexKeyReader() {}

    static Map<Long, IndexKeys> read(
            CatalogQueries catalog, Collection<String> namespaces, Consumer<Unmodelled> unmodelled)
            throws SQLException {
        Map<Long, IndexKeys> indexes = new HashMap<>();
        catalog.each(SQL, namespaces, row -> {
            IndexKeys index = indexes.computeIfAbsent(row.oid("index_id"), id -> IndexKeys.start());
            if (row.flag("is_key")) {
                index.keys().add(key(row));
            } else {
                index.include().add(row.text("attname"));
            }
            Optional<String> parameters = row.optional("class_parameters");
            if (parameters.isPresent()) {
                ObjectPath path = ObjectPath.index(row.table(), row.text("index_name"));
                unmodelled.accept(new Unmodelled(
                        path, "operator class parameters", parameters.get(), new UnmodelledRepair.Recreate()));
            }
        });
        return indexes;
    }

    private static IndexKey key(CatalogRow row) throws SQLException {
        Optional<String> column = row.optional("attname");
        IndexKey.Target target = column.isPresent()
                ? new IndexKey.OfColumn(column.get())
                : new IndexKey.OfExpression(withoutParentheses(row.text("expression")));
        return new IndexKey(target, row.name("class"), row.name("collation"), ORDERS.get(row.number("flags")));
    }

    /**
     * Removes the parentheses around an expression. The server prints them around every expression except function
     * calls, and no function call begins with a parenthesis.
     */
    static String withoutParentheses(String expression) {
        return expression.startsWith("(") ? expression.substring(1, expression.length() - 1) : expression;
    }
}
