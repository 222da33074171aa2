package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.Namespace;
import dev.tenon.schema.ObjectPath;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the PostgreSQL schemas.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-namespace.html">pg_namespace</a>
 */
final class NamespaceReader {

    /** Excludes the comment that PostgreSQL itself creates on {@code public}. */
    private static final String SQL = """
            SELECT n.nspname, d.description AS comment, CASE WHEN d.description IS NOT NULL THEN
                ARRAY[format('COMMENT ON SCHEMA %I IS %L', n.nspname, d.usual)] END AS comment_remedy
            FROM pg_namespace n
            LEFT JOIN (SELECT objoid, description, CASE WHEN objoid = 'public'::regnamespace THEN 'standard public schema' END AS usual
                FROM pg_description WHERE classoid = 'pg_namespace'::regclass) d
                ON d.objoid = n.oid AND d.description IS DISTINCT FROM d.usual
            WHERE n.nspname = ANY (?)
            """;

    private static final UnmodelledAttribute COMMENT = UnmodelledAttribute.tuning("comment", "");

    private NamespaceReader() {}

    static List<Namespace> read(
            CatalogQueries catalog, Collection<String> namespaces, GrantReader grants, Consumer<Unmodelled> unmodelled)
            throws SQLException {
        List<Namespace> found = new ArrayList<>();
        catalog.each(SQL, namespaces, row -> {
            String name = row.text("nspname");
            found.add(new Namespace(name, grants.onNamespace(name)));
            COMMENT.report(row, ObjectPath.namespace(name), unmodelled);
        });
        return found;
    }
}
