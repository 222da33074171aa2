package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.Index;
import dev.tenon.schema.ObjectPath;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Reads the indexes that no constraint owns.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-index.html">pg_index</a>
 */
final class IndexReader {

    /** The indexes of {@link TableReader#RELATIONS}, also those that belong to constraints. */
    static final String INDEXES = TableReader.RELATIONS + """
            JOIN pg_index i ON i.indrelid = c.oid
            JOIN pg_class x ON x.oid = i.indexrelid
            """;

    /** The columns of a query that report an index as the clustering index of its table. */
    static final String CLUSTERED = """
            CASE WHEN i.indisclustered THEN 'CLUSTER ON' END AS clustered, CASE WHEN i.indisclustered THEN
                ARRAY[format('ALTER TABLE %s SET WITHOUT CLUSTER', i.indrelid::regclass)] END AS clustered_remedy""";

    private static final String SQL = """
            SELECT n.nspname AS table_schema, c.relname AS table_name, x.oid AS index_id, x.relname AS index_name,
                m.amname, i.indisunique, i.indnullsnotdistinct, i.indisvalid,
                pg_get_expr(i.indpred, i.indrelid) AS predicate, x.reloptions, d.description,
                s.spcname AS tablespace,
                CASE WHEN s.oid IS NOT NULL THEN ARRAY[format(
                    CASE x.relkind WHEN 'I' THEN 'ALTER INDEX %%2$s SET TABLESPACE %%1$I'
                        ELSE 'REINDEX (TABLESPACE %%1$I, CONCURRENTLY) INDEX %%2$s' END,
                    %s, x.oid::regclass)] END AS tablespace_remedy,
                %s
            FROM %s
            JOIN pg_am m ON m.oid = x.relam
            LEFT JOIN pg_tablespace s ON s.oid = x.reltablespace
            LEFT JOIN pg_description d ON d.objoid = x.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0
            WHERE NOT EXISTS (
                SELECT FROM pg_constraint o
                WHERE o.conindid = i.indexrelid AND o.conrelid = i.indrelid AND o.contype IN ('p', 'u', 'x'))
            """.formatted(Tablespaces.OF_DATABASE, CLUSTERED, INDEXES);

    private static final List<UnmodelledAttribute> EXTRAS =
            List.of(UnmodelledAttribute.repaired("tablespace", ""), UnmodelledAttribute.tuning("clustered", ""));

    private IndexReader() {}

    static TableMultimap<Index> read(
            CatalogQueries catalog,
            Collection<String> namespaces,
            Map<Long, IndexKeys> keys,
            Consumer<Unmodelled> unmodelled)
            throws SQLException {
        TableMultimap<Index> indexes = new TableMultimap<>();
        catalog.each(SQL, namespaces, row -> {
            IndexKeys own = keys.getOrDefault(row.oid("index_id"), IndexKeys.NONE);
            indexes.add(
                    row.table(),
                    Index.of(row.text("index_name"), row.text("amname"), own.keys())
                            .withUnique(row.flag("indisunique"))
                            .withNullsNotDistinct(row.flag("indnullsnotdistinct"))
                            .withInclude(own.include())
                            .withWhere(row.optional("predicate"))
                            .withParameters(parameters(row.texts("reloptions")))
                            .withValid(row.flag("indisvalid"))
                            .withComment(row.optional("description")));
            for (UnmodelledAttribute extra : EXTRAS) {
                extra.report(row, ObjectPath.index(row.table(), row.text("index_name")), unmodelled);
            }
        });
        return indexes;
    }

    /** Parses storage parameters, which the catalogs contain as {@code name=value}. */
    static Map<String, String> parameters(List<String> options) {
        Map<String, String> parameters = new TreeMap<>();
        for (String option : options) {
            int equals = option.indexOf('=');
            parameters.put(option.substring(0, equals), option.substring(equals + 1));
        }
        return parameters;
    }
}
