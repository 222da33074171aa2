package dev.tenon.runtime.internal.catalog;

import dev.tenon.runtime.internal.catalog.UnmodelledRepair.RepairPhase;
import dev.tenon.schema.ObjectPath;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Finds the attributes of a partition that its table does not have or has differently. */
final class PartitionExtras {

    private static final String SQL = """
            SELECT n.nspname AS table_schema, c.relname AS table_name, p.relname AS partition_name,
                indexes.found AS indexes, indexes.remedy AS indexes_remedy,
                invalid.found AS invalid, invalid.remedy AS invalid_remedy,
                constraints.found AS constraints, constraints.remedy AS constraints_remedy,
                rules.found AS rules, rules.remedy AS rules_remedy,
                triggers.found AS triggers, triggers.remedy AS triggers_remedy,
                CASE p.relpersistence WHEN 'u' THEN 'UNLOGGED' END AS persistence,
                CASE p.relpersistence WHEN 'u' THEN
                    ARRAY[format('ALTER TABLE %%s SET LOGGED', p.oid::regclass)] END AS persistence_remedy,
                columns.found AS columns, columns.remedy AS columns_remedy, columns.computed, columns.computed_remedy,
                columns.storage, columns.storage_remedy,
                s.spcname AS tablespace, CASE WHEN s.oid IS NOT NULL THEN
                    ARRAY[format('ALTER TABLE %%s SET TABLESPACE %%I', p.oid::regclass, %s)] END AS tablespace_remedy,
                array_to_string(p.reloptions, ', ') AS options, CASE WHEN p.reloptions IS NOT NULL THEN
                    ARRAY[format('ALTER TABLE %%s RESET (%%s)', p.oid::regclass,
                        (SELECT string_agg(quote_ident(o.option_name), ', ') FROM pg_options_to_table(p.reloptions) o))] END
                    AS options_remedy
            FROM %s
            JOIN pg_inherits h ON h.inhparent = c.oid
            JOIN pg_class p ON p.oid = h.inhrelid AND p.relnamespace = c.relnamespace
            LEFT JOIN pg_tablespace s ON s.oid = p.reltablespace
            CROSS JOIN LATERAL (
                SELECT string_agg(x.relname, ', ' ORDER BY x.relname) AS found, array_agg(format('DROP INDEX %%s%%s',
                    CASE x.relkind WHEN 'i' THEN 'CONCURRENTLY ' END, x.oid::regclass) ORDER BY x.relname) AS remedy
                FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid AND NOT x.relispartition
                WHERE i.indrelid = p.oid AND NOT EXISTS (
                    SELECT FROM pg_constraint k WHERE k.conrelid = p.oid AND k.conindid = x.oid)) indexes
            CROSS JOIN LATERAL (
                SELECT string_agg(x.relname, ', ' ORDER BY x.relname) AS found,
                    array_agg(format('REINDEX INDEX %%s%%s', CASE WHEN NOT i.indisexclusion THEN 'CONCURRENTLY ' END,
                        x.oid::regclass) ORDER BY x.relname) FILTER (WHERE x.relispartition) AS remedy
                FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
                WHERE i.indrelid = p.oid AND NOT i.indisvalid) invalid
            CROSS JOIN LATERAL (
                SELECT string_agg(format('%%s %%s', k.conname, pg_get_constraintdef(k.oid)), ', ' ORDER BY k.conname) AS found,
                    array_agg(format('ALTER TABLE %%s DROP CONSTRAINT %%I', p.oid::regclass, k.conname) ORDER BY k.conname)
                        AS remedy
                FROM pg_constraint k
                WHERE k.conrelid = p.oid AND k.conparentid = 0 AND k.coninhcount = 0
                    AND k.contype IN ('p', 'u', 'c', 'f', 'x')) constraints
            CROSS JOIN LATERAL (
                SELECT string_agg(r.rulename, ', ' ORDER BY r.rulename) AS found,
                    array_agg(format('DROP RULE %%I ON %%s', r.rulename, p.oid::regclass)) AS remedy
                FROM pg_rewrite r WHERE p.relhasrules AND r.ev_class = p.oid) rules
            CROSS JOIN LATERAL (
                SELECT CASE WHEN count(*) > 0 THEN 'disabled' END AS found,
                    array_agg(format('ALTER TABLE %%s ENABLE TRIGGER %%I', p.oid::regclass, t.tgname) ORDER BY t.tgname) AS remedy
                FROM pg_trigger t WHERE p.relhastriggers AND t.tgrelid = p.oid AND t.tgenabled = 'D') triggers
            CROSS JOIN LATERAL (%s) columns
            WHERE c.relkind = 'p'
            """.formatted(Tablespaces.OF_DATABASE, TableReader.TABLES, PartitionColumns.SQL);

    private static final List<UnmodelledAttribute> EXTRAS = List.of(
            UnmodelledAttribute.obstacle("indexes", ""),
            UnmodelledAttribute.obstacle("constraints", ""),
            UnmodelledAttribute.obstacle("rules", ""),
            UnmodelledAttribute.repaired("invalid", ""),
            UnmodelledAttribute.repaired(
                    "triggers",
                    "rows written meanwhile are not checked; only a superuser can enable the triggers of constraints"),
            UnmodelledAttribute.repaired("columns", ""),
            UnmodelledAttribute.repaired(
                    "computed",
                    TableReader.REWRITTEN + "; not possible before PostgreSQL 17, so attach another partition instead"),
            new UnmodelledAttribute("persistence", RepairPhase.LAST, TableReader.REWRITTEN, false),
            UnmodelledAttribute.tuning("storage", ""),
            UnmodelledAttribute.tuning("tablespace", TableReader.COPIED),
            UnmodelledAttribute.tuning("options", ""));

    private PartitionExtras() {}

    static void read(CatalogQueries catalog, Collection<String> namespaces, Consumer<Unmodelled> unmodelled)
            throws SQLException {
        catalog.each(SQL, namespaces, row -> {
            ObjectPath path = ObjectPath.partition(row.table(), row.text("partition_name"));
            for (UnmodelledAttribute extra : EXTRAS) {
                extra.report(row, path, unmodelled);
            }
        });
    }
}
