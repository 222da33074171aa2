package dev.tenon.runtime.internal.catalog;

import dev.tenon.runtime.internal.catalog.UnmodelledRepair.RepairPhase;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Table;
import dev.tenon.schema.TableStorage;
import dev.tenon.schema.internal.sql.TableSql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads tables, without their members. Tables of extensions are excluded, because the extension manages them.
 * Partitions are members of their tables.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-class.html">pg_class</a>
 */
final class TableReader {

    /** The tables in the given schemas, and their partitions. */
    static final String WITH_PARTITIONS = """
            pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = ANY (?) AND c.relkind IN ('r', 'p')
            """;

    /** The tables in the given schemas. Every query about members of tables starts with it. */
    static final String TABLES = WITH_PARTITIONS.stripTrailing() + " AND NOT c.relispartition\n";

    /** The tables and views in the given schemas. */
    static final String RELATIONS = """
            pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = ANY (?) AND c.relkind IN ('r', 'p', 'v', 'm')
                AND NOT c.relispartition
            """;

    private static final String SQL = """
            SELECT n.nspname AS table_schema, c.relname AS table_name, c.relrowsecurity, c.relforcerowsecurity,
                c.relpersistence = 'u' AS unlogged, c.reloptions, t.reloptions AS toast, s.spcname AS tablespace,
                nullif(m.amname, 'heap') AS access_method, d.description,
                CASE WHEN s.oid IS NOT NULL THEN
                    ARRAY[format('ALTER TABLE %%s SET TABLESPACE %%I', c.oid::regclass, %s)] END AS tablespace_remedy,
                CASE WHEN m.amname <> 'heap' THEN
                    ARRAY[format('ALTER TABLE %%s SET ACCESS METHOD heap', c.oid::regclass)] END AS access_method_remedy,
                CASE WHEN c.relhasrules THEN ARRAY(
                    SELECT r.rulename::text FROM pg_rewrite r WHERE r.ev_class = c.oid ORDER BY r.rulename) END AS rules,
                CASE WHEN c.oid IN (SELECT inhrelid FROM pg_inherits) THEN (
                    SELECT string_agg(h.inhparent::regclass::text, ', ' ORDER BY h.inhseqno)
                    FROM pg_inherits h WHERE h.inhrelid = c.oid) END AS parents,
                CASE WHEN c.oid IN (SELECT inhrelid FROM pg_inherits) THEN ARRAY(
                    SELECT format('ALTER TABLE %%s NO INHERIT %%s', c.oid::regclass, h.inhparent::regclass)
                    FROM pg_inherits h WHERE h.inhrelid = c.oid ORDER BY h.inhseqno) END AS parents_remedy,
                CASE WHEN c.relkind = 'r' AND c.relhassubclass THEN (
                    SELECT string_agg(h.inhrelid::regclass::text, ', ' ORDER BY h.inhrelid::regclass::text)
                    FROM pg_inherits h WHERE h.inhparent = c.oid) END AS heirs,
                CASE WHEN c.relkind = 'r' AND c.relhassubclass THEN ARRAY(
                    SELECT format('ALTER TABLE %%s NO INHERIT %%s', h.inhrelid::regclass, c.oid::regclass)
                    FROM pg_inherits h WHERE h.inhparent = c.oid ORDER BY h.inhrelid::regclass::text) END AS heirs_remedy,
                CASE c.relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING' WHEN 'i' THEN 'USING INDEX' END
                    AS replica_identity,
                CASE WHEN c.relreplident IN ('f', 'n', 'i') THEN
                    ARRAY[format('ALTER TABLE %%s REPLICA IDENTITY DEFAULT', c.oid::regclass)] END AS replica_identity_remedy
            FROM %s
            LEFT JOIN pg_class t ON t.oid = c.reltoastrelid
            LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
            LEFT JOIN pg_am m ON m.oid = c.relam
            LEFT JOIN pg_description d ON d.objoid = c.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0
            WHERE NOT EXISTS (
                SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
            """.formatted(Tablespaces.OF_DATABASE, TABLES);

    static final String COPIED = "copies the files under ACCESS EXCLUSIVE, which blocks reads and writes";
    static final String REWRITTEN = "rewrites the table under ACCESS EXCLUSIVE, which blocks reads and writes";

    private static final List<UnmodelledAttribute> EXTRAS = List.of(
            UnmodelledAttribute.repaired("tablespace", COPIED),
            UnmodelledAttribute.repaired("access_method", REWRITTEN),
            UnmodelledAttribute.obstacle("parents", "its rows are then no longer visible in its parent table"),
            UnmodelledAttribute.obstacle("heirs", "their rows are then no longer visible in this table"),
            UnmodelledAttribute.tuning("replica_identity", ""));

    private TableReader() {}

    static List<Table> read(CatalogQueries catalog, Collection<String> namespaces, Consumer<Unmodelled> unmodelled)
            throws SQLException {
        List<Table> tables = new ArrayList<>();
        catalog.each(SQL, namespaces, row -> {
            QualifiedName name = row.table();
            tables.add(Table.of(name, List.of())
                    .withRowSecurity(rowSecurity(row), List.of())
                    .withStorage(new TableStorage(row.flag("unlogged"), parameters(row)))
                    .withComment(row.optional("description")));
            ObjectPath path = ObjectPath.table(name);
            row.texts("rules").forEach(rule -> unmodelled.accept(rule(path, rule)));
            for (UnmodelledAttribute extra : EXTRAS) {
                extra.report(row, path, unmodelled);
            }
        });
        return tables;
    }

    /** Returns a rule on a table or view as an unmodelled attribute. */
    static Unmodelled rule(ObjectPath of, String rule) {
        String drop = TableSql.dropRule(of.owner(), rule);
        return new Unmodelled(
                of, "rule", rule, new UnmodelledRepair.Statements(RepairPhase.OBSTACLES, List.of(drop), ""));
    }

    /** Returns the storage parameters of the table. Parameters of its TOAST table have the prefix {@code toast.}. */
    private static Map<String, String> parameters(CatalogRow row) throws SQLException {
        Map<String, String> parameters = new HashMap<>(IndexReader.parameters(row.texts("reloptions")));
        IndexReader.parameters(row.texts("toast")).forEach((name, value) -> parameters.put("toast." + name, value));
        return parameters;
    }

    /**
     * Returns the state of row-level security. FORCE has no effect while row-level security is disabled, so the two
     * flags give three states.
     */
    static RowSecurity rowSecurity(CatalogRow row) throws SQLException {
        if (!row.flag("relrowsecurity")) {
            return RowSecurity.DISABLED;
        }
        return row.flag("relforcerowsecurity") ? RowSecurity.FORCED : RowSecurity.ENABLED;
    }
}
