package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.Role;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Reads which of the given roles exist.
 *
 * @see <a href="https://www.postgresql.org/docs/current/view-pg-roles.html">pg_roles</a>
 */
final class RoleReader {

    private static final String SQL = "SELECT rolname FROM pg_roles WHERE rolname = ANY (?)";

    private RoleReader() {}

    static List<Role> read(CatalogQueries catalog, Collection<String> names) throws SQLException {
        List<Role> roles = new ArrayList<>();
        catalog.each(SQL, names, row -> roles.add(new Role(row.text("rolname"))));
        return roles;
    }
}
