package dev.tenon.runtime.internal.catalog;

/**
 * Selects the columns in which a partition {@code p} differs from its table {@code c}, and the statements that set and
 * revert the differences.
 */
final class PartitionColumns {

    /**
     * The columns of the partition that differ. A partition copies the storage settings of its table's columns when it
     * is created, but gets neither later changes nor statistics targets. So only settings that are explicit in the
     * partition are compared.
     */
    private static final String DIFFERENT = """
                SELECT a.attnum, a.attname, f.text AS right_value,
                    CASE WHEN a.attnotnull AND NOT b.attnotnull THEN 'NOT NULL' END AS required,
                    CASE WHEN a.attgenerated = '' THEN e.text END AS own_value,
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
                WHERE a.attrelid = p.oid AND a.attnum > 0 AND NOT a.attisdropped""";

    /** One row for each difference of a column that a statement sets. */
    static final String ITEMS = """
                SELECT v.attribute, v.found, a.alter || format('ALTER COLUMN %I ', o.attname) || v.set,
                    a.alter || format('ALTER COLUMN %I ', o.attname) || v.unset, NULL
                FROM (DIFFERENT) o
                CROSS JOIN LATERAL (VALUES
                    ('columns', o.attname || ' ' || o.required, 'SET NOT NULL', 'DROP NOT NULL'),
                    ('columns', o.attname || ' DEFAULT ' || o.value, coalesce('SET DEFAULT ' || o.own_value, 'DROP DEFAULT'),
                        coalesce('SET DEFAULT ' || o.right_value, 'DROP DEFAULT')),
                    ('storage', o.attname || ' STORAGE ' || o.storage, 'SET STORAGE ' || o.storage,
                        'SET STORAGE ' || o.right_storage),
                    ('storage', o.attname || ' COMPRESSION ' || o.compression, 'SET COMPRESSION ' || o.compression,
                        'SET COMPRESSION ' || o.right_compression),
                    ('storage', o.attname || ' STATISTICS ' || o.statistics, 'SET STATISTICS ' || o.statistics,
                        'SET STATISTICS ' || o.right_statistics),
                    ('storage', o.attname || ' ' || array_to_string(o.options, ', '),
                        format('SET (%s)', array_to_string(o.options, ', ')), format('RESET (%s)',
                            (SELECT string_agg(quote_ident(t.option_name), ', ') FROM pg_options_to_table(o.options) t)))
                    ) v(attribute, found, set, unset)
                WHERE v.found IS NOT NULL""".replace("DIFFERENT", DIFFERENT);

    /** A subquery for one row: the generated columns that differ, which only PostgreSQL 17 can alter in place. */
    static final String COMPUTED = """
            SELECT string_agg(format('%s AS (%s)', o.attname, o.computed), ', ' ORDER BY o.attnum) AS computed,
                array_agg(format('ALTER TABLE %s ALTER COLUMN %I SET EXPRESSION AS (%s)', p.oid::regclass, o.attname,
                    o.right_value) ORDER BY o.attnum) FILTER (WHERE
                        current_setting('server_version_num')::integer >= 170000) AS computed_remedy
            FROM (DIFFERENT) o WHERE o.computed IS NOT NULL""".replace("DIFFERENT", DIFFERENT);

    private PartitionColumns() {}
}
