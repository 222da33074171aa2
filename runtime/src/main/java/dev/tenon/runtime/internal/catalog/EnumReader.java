package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.EnumType;
import dev.tenon.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Reads enum types with their labels in sort order, except those that belong to an extension.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-enum.html">pg_enum</a>
 */
final class EnumReader {

    private static final String SQL = """
            SELECT n.nspname, t.typname, d.description,
                ARRAY(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder)
                    AS labels
            FROM pg_type t
            JOIN pg_namespace n ON n.oid = t.typnamespace AND n.nspname = ANY (?)
            LEFT JOIN pg_description d ON d.objoid = t.oid AND d.classoid = 'pg_type'::regclass AND d.objsubid = 0
            WHERE t.typtype = 'e' AND NOT EXISTS (
                SELECT FROM pg_depend e WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e')
            """;

    private EnumReader() {}

    static List<EnumType> read(CatalogQueries catalog, Collection<String> namespaces) throws SQLException {
        List<EnumType> enums = new ArrayList<>();
        catalog.each(
                SQL,
                namespaces,
                row -> enums.add(new EnumType(
                        new QualifiedName(row.text("nspname"), row.text("typname")),
                        row.texts("labels"),
                        row.optional("description"))));
        return enums;
    }
}
