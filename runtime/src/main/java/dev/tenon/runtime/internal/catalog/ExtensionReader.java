package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.Extension;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads all extensions of the database; an extension belongs to no schema, although its objects do.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-extension.html">pg_extension</a>
 */
final class ExtensionReader {

    private static final String SQL =
            "SELECT e.extname, n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace";

    private ExtensionReader() {}

    static List<Extension> read(CatalogQueries catalog) throws SQLException {
        List<Extension> extensions = new ArrayList<>();
        catalog.each(SQL, row -> extensions.add(new Extension(row.text("extname"), row.text("nspname"))));
        return extensions;
    }
}
