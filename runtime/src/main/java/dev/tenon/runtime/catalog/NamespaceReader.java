package dev.tenon.runtime.catalog;

import dev.tenon.schema.Namespace;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Reads which PostgreSQL schemas there are.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-namespace.html">pg_namespace</a>
 */
final class NamespaceReader {

    private static final String SQL = "SELECT nspname FROM pg_namespace WHERE nspname = ANY (?)";

    private NamespaceReader() {}

    static List<Namespace> read(Catalog catalog, Collection<String> namespaces, GrantReader grants)
            throws SQLException {
        List<Namespace> found = new ArrayList<>();
        catalog.each(SQL, namespaces, row -> {
            String name = row.text("nspname");
            found.add(new Namespace(name, grants.onNamespace(name)));
        });
        return found;
    }
}
