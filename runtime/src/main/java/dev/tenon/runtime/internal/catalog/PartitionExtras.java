package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.ObjectPath;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Finds states of a partition that differ from its table and that no statement of a snapshot sets. */
final class PartitionExtras {

    private static final String SQL = """
            SELECT n.nspname AS table_schema, c.relname AS table_name, p.relname AS partition_name,
                invalid.found AS invalid, invalid.remedy AS invalid_remedy,
                triggers.found AS triggers, triggers.remedy AS triggers_remedy, columns.computed, columns.computed_remedy
            FROM %s
            JOIN pg_inherits h ON h.inhparent = c.oid
            JOIN pg_class p ON p.oid = h.inhrelid AND p.relnamespace = c.relnamespace
            CROSS JOIN LATERAL (
                SELECT string_agg(x.relname, ', ' ORDER BY x.relname) AS found,
                    array_agg(format('REINDEX INDEX %%s%%s', CASE WHEN NOT i.indisexclusion THEN 'CONCURRENTLY ' END,
                        x.oid::regclass) ORDER BY x.relname) FILTER (WHERE x.relispartition) AS remedy
                FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
                WHERE i.indrelid = p.oid AND NOT i.indisvalid) invalid
            CROSS JOIN LATERAL (
                SELECT CASE WHEN count(*) > 0 THEN 'disabled' END AS found,
                    array_agg(format('ALTER TABLE %%s ENABLE TRIGGER %%I', p.oid::regclass, t.tgname) ORDER BY t.tgname) AS remedy
                FROM pg_trigger t WHERE p.relhastriggers AND t.tgrelid = p.oid AND t.tgenabled = 'D') triggers
            CROSS JOIN LATERAL (%s) columns
            WHERE c.relkind = 'p'
            """.formatted(TableReader.TABLES, PartitionColumns.COMPUTED);

    private static final List<UnmodelledAttribute> EXTRAS = List.of(
            UnmodelledAttribute.repaired("invalid", ""),
            UnmodelledAttribute.repaired(
                    "triggers",
                    "rows written meanwhile are not checked; only a superuser can enable the triggers of constraints"),
            UnmodelledAttribute.repaired(
                    "computed",
                    TableReader.REWRITTEN + "; not possible before PostgreSQL 17, so attach another partition instead"));

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
