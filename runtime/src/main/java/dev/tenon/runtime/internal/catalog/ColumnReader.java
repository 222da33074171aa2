package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnStorage;
import dev.tenon.schema.ColumnStorage.Compression;
import dev.tenon.schema.ColumnStorage.Strategy;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads columns in their physical order. A default references no column, so it is printed without its table, which is
 * ten times faster because the server need not open the table. A NOT NULL constraint that is not validated (PostgreSQL
 * 18) guarantees nothing about existing rows, so its column counts as nullable.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-attribute.html">pg_attribute</a>
 */
final class ColumnReader {

    private static final String SQL = """
            SELECT n.nspname AS table_schema, c.relname AS table_name, a.attname,
                format_type(a.atttypid, a.atttypmod) AS type, a.attidentity, a.attgenerated,
                NOT a.attnotnull OR (a.attrelid, a.attnum) IN (
                    SELECT k.conrelid, k.conkey[1] FROM pg_constraint k
                    WHERE k.contype = 'n' AND NOT k.convalidated) AS nullable,
                pg_get_expr(d.adbin, CASE a.attgenerated WHEN '' THEN 0 ELSE d.adrelid END) AS expression,
                CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END AS storage,
                nullif(a.attcompression, '') AS compression, nullif(a.attstattarget, -1) AS statistics,
                array_to_string(a.attoptions, ', ') AS options,
                CASE WHEN a.attoptions IS NOT NULL THEN ARRAY[format('ALTER TABLE %%s ALTER COLUMN %%I RESET (%%s)',
                    c.oid::regclass, a.attname, (SELECT string_agg(quote_ident(o.option_name), ', ')
                        FROM pg_options_to_table(a.attoptions) o))] END AS options_remedy,
                cn.nspname AS collation_schema, co.collname AS collation_name, m.description,
                s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle
            FROM %s
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            LEFT JOIN pg_depend sd ON a.attidentity <> '' AND sd.refclassid = 'pg_class'::regclass
                AND sd.refobjid = c.oid AND sd.refobjsubid = a.attnum AND sd.deptype = 'i'
                AND sd.classid = 'pg_class'::regclass
            LEFT JOIN pg_sequence s ON s.seqrelid = sd.objid
            LEFT JOIN pg_collation co ON co.oid = a.attcollation AND a.attcollation <> t.typcollation
            LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
            LEFT JOIN pg_description m
                ON m.objoid = c.oid AND m.classoid = 'pg_class'::regclass AND m.objsubid = a.attnum
            ORDER BY a.attrelid, a.attnum
            """.formatted(TableReader.RELATIONS);

    private static final String VIRTUAL = "v";

    private static final UnmodelledAttribute OPTIONS = UnmodelledAttribute.repaired("options", "");

    private static final Map<String, Strategy> STRATEGIES =
            Map.of("p", Strategy.PLAIN, "m", Strategy.MAIN, "e", Strategy.EXTERNAL, "x", Strategy.EXTENDED);

    private ColumnReader() {}

    static TableMultimap<Column> read(
            CatalogQueries catalog, Collection<String> namespaces, Consumer<Unmodelled> unmodelled)
            throws SQLException {
        TableMultimap<Column> columns = new TableMultimap<>();
        catalog.each(SQL, namespaces, row -> {
            QualifiedName table = row.table();
            Column column = Column.of(row.text("attname"), ColumnType.parse(row.text("type")))
                    .withNullable(row.flag("nullable"))
                    .withDefault(defaultValue(row))
                    .withCollation(row.name("collation"))
                    .withStorage(storage(row))
                    .withComment(row.optional("description"));
            columns.add(table, column);
            ObjectPath path = ObjectPath.column(table, column.name());
            OPTIONS.report(row, path, unmodelled);
        });
        return columns;
    }

    private static ColumnStorage storage(CatalogRow row) throws SQLException {
        return new ColumnStorage(
                row.optional("storage").map(STRATEGIES::get),
                row.optional("compression").map(code -> code.equals("l") ? Compression.LZ4 : Compression.PGLZ),
                row.optional("statistics").map(Integer::valueOf));
    }

    private static Optional<ColumnDefault> defaultValue(CatalogRow row) throws SQLException {
        String identity = row.text("attidentity");
        if (!identity.isEmpty()) {
            return Optional.of(new ColumnDefault.Identity(identity.equals("a"), SequenceReader.options(row)));
        }
        String generated = row.text("attgenerated");
        return row.optional("expression")
                .map(sql -> generated.isEmpty()
                        ? new ColumnDefault.Expression(sql)
                        : new ColumnDefault.Generated(sql, generated.equals(VIRTUAL)));
    }
}
