package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.IndexKey;
import dev.tenon.schema.PartitionStrategy;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads partition keys, without the partitions. Operator classes and collations are read only if they are not the
 * default of the type or column.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-partitioned-table.html">pg_partitioned_table</a>
 */
final class PartitionKeyReader {

    private static final String SQL = """
            SELECT n.nspname AS table_schema, c.relname AS table_name, t.partstrat, a.attname,
                pg_get_expr(t.partexprs, t.partrelid) AS expressions,
                os.nspname AS class_schema, o.opcname AS class_name,
                cn.nspname AS collation_schema, co.collname AS collation_name
            FROM %s
            JOIN pg_partitioned_table t ON t.partrelid = c.oid
            CROSS JOIN LATERAL unnest(t.partattrs) WITH ORDINALITY k(attnum, n)
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum AND k.attnum <> 0
            LEFT JOIN pg_opclass o ON o.oid = t.partclass[k.n - 1] AND NOT o.opcdefault
            LEFT JOIN pg_namespace os ON os.oid = o.opcnamespace
            LEFT JOIN pg_collation co ON co.oid = t.partcollation[k.n - 1]
                AND co.oid <> coalesce(a.attcollation, 'pg_catalog.default'::regcollation)
            LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
            ORDER BY c.oid, k.n
            """.formatted(TableReader.TABLES);

    private static final Map<String, PartitionStrategy> STRATEGIES =
            Map.of("r", PartitionStrategy.RANGE, "l", PartitionStrategy.LIST, "h", PartitionStrategy.HASH);

    private PartitionKeyReader() {}

    static Map<QualifiedName, Partitioning> read(CatalogQueries catalog, Collection<String> namespaces)
            throws SQLException {
        Map<QualifiedName, Partitioning> tables = new HashMap<>();
        Map<QualifiedName, List<String>> expressions = new HashMap<>();
        catalog.each(SQL, namespaces, row -> {
            List<String> left = expressions.computeIfAbsent(row.table(), name -> new ArrayList<>());
            Partitioning known = tables.get(row.table());
            List<IndexKey> keys = new ArrayList<>();
            if (known == null) {
                row.optional("expressions").map(ExpressionList::split).ifPresent(left::addAll);
            } else {
                keys.addAll(known.keys());
            }
            keys.add(key(row, left));
            PartitionStrategy strategy = STRATEGIES.get(row.text("partstrat"));
            if (strategy == null) {
                throw new IllegalStateException("not a way to divide a table: " + row.text("partstrat"));
            }
            tables.put(row.table(), new Partitioning(strategy, keys, List.of(), false));
        });
        return tables;
    }

    private static IndexKey key(CatalogRow row, List<String> expressions) throws SQLException {
        Optional<String> column = row.optional("attname");
        IndexKey.Target target = column.isPresent()
                ? new IndexKey.OfColumn(column.get())
                : new IndexKey.OfExpression(IndexKeyReader.withoutParentheses(expressions.remove(0)));
        return new IndexKey(target, row.name("class"), row.name("collation"), IndexKey.Order.ASC);
    }
}
