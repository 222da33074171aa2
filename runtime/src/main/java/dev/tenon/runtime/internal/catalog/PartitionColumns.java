package dev.tenon.runtime.internal.catalog;

/**
 * Selects the columns in which a partition {@code p} differs from its table {@code c}, and the statements that revert
 * the differences.
 */
final class PartitionColumns {

    /**
     * A subquery for one row. A partition copies the storage settings of its table's columns when it is created, but
     * gets neither later changes nor statistics targets. So only settings that are explicit in the partition are
     * compared.
     */
    static final String SQL = """
            SELECT string_agg(concat_ws(' ', o.attname, o.required, 'DEFAULT ' || o.value), ', ' ORDER BY o.attnum)
                    FILTER (WHERE o.required IS NOT NULL OR o.value IS NOT NULL) AS found,
                array_agg(format('ALTER TABLE %s %s', p.oid::regclass, concat_ws(', ',
                    CASE WHEN o.required IS NOT NULL THEN format('ALTER COLUMN %I DROP NOT NULL', o.attname) END,
                    CASE WHEN o.value IS NOT NULL THEN format('ALTER COLUMN %I %s', o.attname,
                        coalesce('SET DEFAULT ' || o.right_value, 'DROP DEFAULT')) END)) ORDER BY o.attnum)
                    FILTER (WHERE o.required IS NOT NULL OR o.value IS NOT NULL) AS remedy,
                string_agg(format('%s AS (%s)', o.attname, o.computed), ', ' ORDER BY o.attnum)
                    FILTER (WHERE o.computed IS NOT NULL) AS computed,
                array_agg(format('ALTER TABLE %s ALTER COLUMN %I SET EXPRESSION AS (%s)', p.oid::regclass, o.attname,
                    o.right_value) ORDER BY o.attnum) FILTER (WHERE o.computed IS NOT NULL
                        AND current_setting('server_version_num')::integer >= 170000) AS computed_remedy,
                string_agg(concat_ws(' ', o.attname, 'STORAGE ' || o.storage, 'COMPRESSION ' || o.compression,
                    'STATISTICS ' || o.statistics, array_to_string(o.options, ', ')), ', ' ORDER BY o.attnum)
                    FILTER (WHERE o.stored_otherwise) AS storage,
                array_agg(format('ALTER TABLE %s %s', p.oid::regclass, concat_ws(', ',
                    CASE WHEN o.storage IS NOT NULL THEN
                        format('ALTER COLUMN %I SET STORAGE %s', o.attname, o.right_storage) END,
                    CASE WHEN o.compression IS NOT NULL THEN
                        format('ALTER COLUMN %I SET COMPRESSION %s', o.attname, o.right_compression) END,
                    CASE WHEN o.statistics IS NOT NULL THEN
                        format('ALTER COLUMN %I SET STATISTICS %s', o.attname, o.right_statistics) END,
                    CASE WHEN o.options IS NOT NULL THEN format('ALTER COLUMN %I RESET (%s)', o.attname,
                        (SELECT string_agg(quote_ident(t.option_name), ', ') FROM pg_options_to_table(o.options) t)) END))
                    ORDER BY o.attnum) FILTER (WHERE o.stored_otherwise) AS storage_remedy
            FROM (
                SELECT a.attnum, a.attname, f.text AS right_value,
                    CASE WHEN a.attnotnull AND NOT b.attnotnull THEN 'NOT NULL' END AS required,
                    CASE WHEN a.attgenerated = '' AND e.text IS DISTINCT FROM f.text THEN coalesce(e.text, 'NULL') END AS value,
                    CASE WHEN a.attgenerated <> '' AND e.text IS DISTINCT FROM f.text THEN e.text END AS computed,
                    CASE WHEN a.attstorage <> b.attstorage THEN w.storage END AS storage, w.right_storage,
                    CASE WHEN a.attcompression NOT IN ('', b.attcompression) THEN w.compression END AS compression,
                    coalesce(w.right_compression, 'default') AS right_compression,
                    CASE WHEN a.attstattarget >= 0 AND a.attstattarget IS DISTINCT FROM b.attstattarget
                        THEN a.attstattarget END AS statistics,
                    coalesce(b.attstattarget, -1) AS right_statistics, a.attoptions AS options,
                    a.attstorage <> b.attstorage OR a.attcompression NOT IN ('', b.attcompression)
                        OR coalesce(a.attstattarget, -1) NOT IN (-1, coalesce(b.attstattarget, -1))
                        OR a.attoptions IS NOT NULL AS stored_otherwise
                FROM pg_attribute a
                JOIN pg_attribute b ON b.attrelid = c.oid AND b.attname = a.attname
                CROSS JOIN LATERAL (SELECT (SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d
                    WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum) AS text OFFSET 0) e
                CROSS JOIN LATERAL (SELECT (SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d
                    WHERE d.adrelid = b.attrelid AND d.adnum = b.attnum) AS text OFFSET 0) f
                CROSS JOIN LATERAL (SELECT
                    (jsonb '{"p": "PLAIN", "m": "MAIN", "e": "EXTERNAL", "x": "EXTENDED"}') ->> a.attstorage::text AS storage,
                    (jsonb '{"p": "PLAIN", "m": "MAIN", "e": "EXTERNAL", "x": "EXTENDED"}') ->> b.attstorage::text AS right_storage,
                    (jsonb '{"l": "lz4", "p": "pglz"}') ->> a.attcompression::text AS compression,
                    (jsonb '{"l": "lz4", "p": "pglz"}') ->> b.attcompression::text AS right_compression) w
                WHERE a.attrelid = p.oid AND a.attnum > 0 AND NOT a.attisdropped) o
            WHERE o.required IS NOT NULL OR o.value IS NOT NULL OR o.computed IS NOT NULL OR o.stored_otherwise""";

    private PartitionColumns() {}
}
