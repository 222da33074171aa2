package dev.tenon.runtime.internal.catalog;

import dev.tenon.runtime.internal.catalog.UnmodelledRepair.RepairPhase;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Partition;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Reads the partitions of tables, without policies and grants. A partition in another PostgreSQL schema than its table,
 * or with its own partitions, is unmodelled.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-inherits.html">pg_inherits</a>
 */
final class PartitionReader {

    private static final String SQL = """
            SELECT n.nspname AS table_schema, c.relname AS table_name, pn.nspname AS partition_schema,
                p.relname AS partition_name, p.relrowsecurity, p.relforcerowsecurity,
                pg_get_expr(p.relpartbound, p.oid) AS bound, pg_get_partkeydef(p.oid) AS partition_key,
                CASE p.relkind WHEN 'f' THEN 'FOREIGN TABLE' END AS foreign_kind, d.description,
                CASE WHEN pn.oid <> n.oid THEN
                    ARRAY[format('ALTER TABLE %%s DETACH PARTITION %%s', c.oid::regclass, p.oid::regclass)] END AS detach
            FROM %s
            JOIN pg_inherits h ON h.inhparent = c.oid
            JOIN pg_class p ON p.oid = h.inhrelid
            JOIN pg_namespace pn ON pn.oid = p.relnamespace
            LEFT JOIN pg_description d ON d.objoid = p.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0
            WHERE c.relkind = 'p'
            """.formatted(TableReader.TABLES);

    private PartitionReader() {}

    /** Returns the partition with its policies; they are its own if the table has others. */
    static Partition secured(Table table, Partition partition, TableMultimap<Policy> policies) {
        QualifiedName name = table.name().withName(partition.name());
        List<Policy> own = policies.of(name);
        boolean inherited = partition.rowSecurity() == table.rowSecurity()
                && own.stream()
                        .map(policy -> named(policy, name, table.name()))
                        .toList()
                        .equals(policies.of(table.name()));
        return inherited
                ? partition.withAccess(partition.rowSecurity(), own, List.of())
                : partition.withOwnSecurity(partition.rowSecurity(), own);
    }

    /** The policy as it would be on the table: the server prints the partition's name before some columns. */
    private static Policy named(Policy policy, QualifiedName partition, QualifiedName table) {
        UnaryOperator<String> renamed = sql ->
                sql.replace(Identifier.quote(partition.name()) + ".", Identifier.quote(table.name()) + ".");
        return policy.withConditions(policy.using().map(renamed), policy.check().map(renamed));
    }

    static TableMultimap<Partition> read(
            CatalogQueries catalog, Collection<String> namespaces, Consumer<Unmodelled> unmodelled)
            throws SQLException {
        TableMultimap<Partition> partitions = new TableMultimap<>();
        catalog.each(SQL, namespaces, row -> {
            QualifiedName name = row.name("partition").orElseThrow();
            if (!name.schema().equals(row.table().schema())) {
                UnmodelledRepair detach = new UnmodelledRepair.Statements(
                        RepairPhase.OBSTACLES, row.texts("detach"), "its rows are then no longer visible in the table");
                unmodelled.accept(new Unmodelled(
                        ObjectPath.partition(row.table(), name.toString()), "", row.text("bound"), detach));
                return;
            }
            partitions.add(
                    row.table(),
                    Partition.of(name.name(), BoundText.parse(row.text("bound")), row.optional("description"))
                            .withAccess(TableReader.rowSecurity(row), List.of(), List.of()));
            ObjectPath path = ObjectPath.partition(row.table(), name.name());
            UnmodelledRepair none = new UnmodelledRepair.Impossible(
                    "it cannot be converted to an ordinary table in place; attach one with its rows instead");
            row.optional("partition_key")
                    .ifPresent(key ->
                            unmodelled.accept(new Unmodelled(path, "partitioning", "PARTITION BY " + key, none)));
            row.optional("foreign_kind").ifPresent(kind -> unmodelled.accept(new Unmodelled(path, "kind", kind, none)));
        });
        return partitions;
    }
}
