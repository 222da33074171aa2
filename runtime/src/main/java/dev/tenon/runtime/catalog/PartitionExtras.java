package dev.tenon.runtime.catalog;

import dev.tenon.schema.ObjectPath;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Notices what a partition has beside, or unlike, what its table gives to all of them. */
final class PartitionExtras {

    private static final String SQL = """
            SELECT n.nspname AS table_schema, c.relname AS table_name, p.relname AS partition_name,
                (SELECT string_agg(x.relname, ', ' ORDER BY x.relname)
                    FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid AND NOT x.relispartition
                    WHERE i.indrelid = p.oid AND NOT EXISTS (
                        SELECT FROM pg_constraint k WHERE k.conrelid = p.oid AND k.conindid = x.oid)) AS indexes,
                (SELECT string_agg(x.relname, ', ' ORDER BY x.relname)
                    FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
                    WHERE i.indrelid = p.oid AND NOT i.indisvalid) AS invalid,
                (SELECT string_agg(format('%%s %%s', k.conname, pg_get_constraintdef(k.oid)), ', ' ORDER BY k.conname)
                    FROM pg_constraint k
                    WHERE k.conrelid = p.oid AND k.conparentid = 0 AND k.coninhcount = 0
                        AND k.contype IN ('p', 'u', 'c', 'f', 'x')) AS constraints,
                (SELECT string_agg(r.rulename, ', ' ORDER BY r.rulename) FROM pg_rewrite r WHERE r.ev_class = p.oid)
                    AS rules,
                CASE WHEN EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = p.oid AND t.tgenabled = 'D')
                    THEN 'disabled' END AS triggers,
                CASE p.relpersistence WHEN 'u' THEN 'UNLOGGED' END AS persistence,
                (SELECT string_agg(concat_ws(' ', a.attname, CASE WHEN a.attnotnull AND NOT b.attnotnull THEN 'NOT NULL' END,
                        CASE WHEN e.text IS DISTINCT FROM f.text THEN 'DEFAULT ' || coalesce(e.text, 'NULL') END), ', '
                        ORDER BY a.attnum)
                    FROM pg_attribute a
                    JOIN pg_attribute b ON b.attrelid = c.oid AND b.attname = a.attname
                    CROSS JOIN LATERAL (SELECT (SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d
                        WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum) AS text) e
                    CROSS JOIN LATERAL (SELECT (SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d
                        WHERE d.adrelid = b.attrelid AND d.adnum = b.attnum) AS text) f
                    WHERE a.attrelid = p.oid AND a.attnum > 0 AND NOT a.attisdropped
                        AND (a.attnotnull AND NOT b.attnotnull OR e.text IS DISTINCT FROM f.text)) AS columns,
                s.spcname AS tablespace, array_to_string(p.reloptions, ', ') AS options
            FROM %s
            JOIN pg_inherits h ON h.inhparent = c.oid
            JOIN pg_class p ON p.oid = h.inhrelid AND p.relnamespace = c.relnamespace
            LEFT JOIN pg_tablespace s ON s.oid = p.reltablespace
            WHERE c.relkind = 'p'
            """.formatted(TableReader.TABLES);

    private static final List<String> ATTRIBUTES =
            List.of("indexes", "invalid", "constraints", "rules", "triggers", "persistence", "columns");

    private static final List<String> TUNING = List.of("tablespace", "options");

    private PartitionExtras() {}

    static void read(Catalog catalog, Collection<String> namespaces, Consumer<Unmodelled> unmodelled)
            throws SQLException {
        catalog.each(SQL, namespaces, row -> {
            ObjectPath path = ObjectPath.partition(row.table(), row.text("partition_name"));
            for (String attribute : ATTRIBUTES) {
                row.optional(attribute).ifPresent(what -> unmodelled.accept(new Unmodelled(path, attribute, what)));
            }
            for (String attribute : TUNING) {
                row.optional(attribute)
                        .ifPresent(what -> unmodelled.accept(new Unmodelled(path, attribute, what, true)));
            }
        });
    }
}
