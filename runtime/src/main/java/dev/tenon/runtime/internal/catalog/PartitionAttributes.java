package dev.tenon.runtime.internal.catalog;

import dev.tenon.runtime.internal.catalog.UnmodelledRepair.RepairPhase;
import dev.tenon.schema.ObjectPath;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds what a partition has and its table has not, one by one: each with the statement that sets it, which a snapshot
 * contains as a SQL-defined object, and the one that reverts it.
 */
final class PartitionAttributes {

    private static final String NAMES = """
            SELECT n.nspname AS table_schema, c.relname AS table_name, p.relname AS partition_name, o.attribute, o.found,
                o.create, o.drop, o.remedy
            FROM TABLES
            JOIN pg_inherits h ON h.inhparent = c.oid
            JOIN pg_class p ON p.oid = h.inhrelid AND p.relnamespace = c.relnamespace
            CROSS JOIN LATERAL (SELECT format('ALTER TABLE %I.%I ', n.nspname, p.relname) AS alter) a
            CROSS JOIN LATERAL (""";

    /** Comments on an index or a constraint of its own follow the statement that creates it. */
    private static final String PARTS = """
                SELECT 'indexes' AS attribute, x.relname::text AS found, pg_get_indexdef(x.oid)
                        || coalesce(format(E';\\nCOMMENT ON INDEX %I.%I IS ', n.nspname, x.relname) || quote_literal(d.description), '') AS create,
                    format('DROP INDEX %I.%I', n.nspname, x.relname) AS drop,
                    format('DROP INDEX %s%I.%I', CASE x.relkind WHEN 'i' THEN 'CONCURRENTLY ' END, n.nspname, x.relname) AS remedy
                FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid AND NOT x.relispartition
                LEFT JOIN pg_description d ON d.objoid = x.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0
                WHERE i.indrelid = p.oid AND NOT EXISTS (
                    SELECT FROM pg_constraint k WHERE k.conrelid = p.oid AND k.conindid = x.oid)
                UNION ALL
                SELECT 'constraints', format('%s %s', k.conname, pg_get_constraintdef(k.oid)),
                    a.alter || format('ADD CONSTRAINT %I %s', k.conname, pg_get_constraintdef(k.oid))
                        || coalesce(format(E';\\nCOMMENT ON CONSTRAINT %I ON %I.%I IS ', k.conname, n.nspname, p.relname)
                            || quote_literal(d.description), ''),
                    a.alter || format('DROP CONSTRAINT %I', k.conname), NULL
                FROM pg_constraint k
                LEFT JOIN pg_description d ON d.objoid = k.oid AND d.classoid = 'pg_constraint'::regclass
                WHERE k.conrelid = p.oid AND k.conparentid = 0 AND k.coninhcount = 0 AND k.contype IN ('p', 'u', 'c', 'f', 'x')
                UNION ALL
                SELECT 'rule', r.rulename, NULL, format('DROP RULE %I ON %I.%I', r.rulename, n.nspname, p.relname), NULL
                FROM pg_rewrite r WHERE p.relhasrules AND r.ev_class = p.oid""";

    private static final String SETTINGS = """
                SELECT 'persistence', 'UNLOGGED', a.alter || 'SET UNLOGGED', a.alter || 'SET LOGGED', NULL
                WHERE p.relpersistence = 'u'
                UNION ALL
                SELECT 'tablespace', s.spcname, a.alter || format('SET TABLESPACE %I', s.spcname),
                    a.alter || format('SET TABLESPACE %I', DATABASE_TABLESPACE), NULL
                FROM pg_tablespace s WHERE s.oid = p.reltablespace
                UNION ALL
                SELECT 'options', string_agg(format('%s=%s', t.name, t.value), ', ' ORDER BY t.place),
                    a.alter || format('SET (%s)', string_agg(format('%s=%s', t.name,
                        CASE WHEN t.value ~ '^[A-Za-z0-9_.+-]+$' THEN t.value ELSE quote_literal(t.value) END), ', ' ORDER BY t.place)),
                    a.alter || format('RESET (%s)', string_agg(t.name, ', ' ORDER BY t.place)), NULL
                FROM (SELECT quote_ident(option_name) AS name, option_value AS value, row_number() OVER () AS place
                    FROM pg_options_to_table(p.reloptions)
                    UNION ALL SELECT 'toast.' || quote_ident(option_name), option_value, 1000 + row_number() OVER ()
                    FROM pg_options_to_table((SELECT k.reloptions FROM pg_class k WHERE k.oid = p.reltoastrelid))) t
                HAVING count(*) > 0
                UNION ALL
                SELECT 'replica identity', r.identity, a.alter || 'REPLICA IDENTITY ' || r.identity,
                    a.alter || 'REPLICA IDENTITY DEFAULT', NULL
                FROM (SELECT CASE p.relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING' END AS identity) r
                WHERE r.identity IS NOT NULL
                UNION ALL
                SELECT 'comment', format('%s: %s', b.attname, d.description),
                    format('COMMENT ON COLUMN %I.%I.%I IS %L', n.nspname, p.relname, b.attname, d.description),
                    format('COMMENT ON COLUMN %I.%I.%I IS NULL', n.nspname, p.relname, b.attname), NULL
                FROM pg_description d JOIN pg_attribute b ON b.attrelid = p.oid AND b.attnum = d.objsubid
                WHERE d.objoid = p.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid > 0""";

    private static final String SQL = String.join(
                    "\nUNION ALL\n", NAMES + PARTS, SETTINGS, PartitionColumns.ITEMS + ") o WHERE c.relkind = 'p'")
            .replace("DATABASE_TABLESPACE", Tablespaces.OF_DATABASE)
            .replace("TABLES\n", TableReader.TABLES);

    /** The attributes that must be reverted before other corrections. */
    private static final Set<String> OBSTACLES = Set.of("indexes", "constraints", "rule");

    private static final Set<String> TUNING =
            Set.of("storage", "tablespace", "options", "replica identity", "comment");

    private static final Map<String, String> CAUTIONS =
            Map.of("persistence", TableReader.REWRITTEN, "tablespace", TableReader.COPIED);

    private PartitionAttributes() {}

    static void read(CatalogQueries catalog, Collection<String> namespaces, Consumer<Unmodelled> unmodelled)
            throws SQLException {
        catalog.each(SQL, namespaces, row -> {
            ObjectPath path = ObjectPath.partition(row.table(), row.text("partition_name"));
            String attribute = row.text("attribute");
            String drop = row.text("drop");
            RepairPhase phase = OBSTACLES.contains(attribute)
                    ? RepairPhase.OBSTACLES
                    : attribute.equals("persistence") ? RepairPhase.LAST : RepairPhase.REPAIRS;
            UnmodelledRepair remedy = new UnmodelledRepair.Statements(
                    phase, List.of(row.optional("remedy").orElse(drop)), CAUTIONS.getOrDefault(attribute, ""));
            unmodelled.accept(new Unmodelled(
                    path,
                    attribute,
                    row.text("found"),
                    TUNING.contains(attribute),
                    remedy,
                    row.optional("create").flatMap(create -> Alterations.object(create, drop))));
        });
    }
}
