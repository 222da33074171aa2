package dev.tenon.runtime.internal.catalog;

import dev.tenon.runtime.internal.catalog.UnmodelledRepair.RepairPhase;
import dev.tenon.schema.ObjectPath;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * Reads default privileges. They become differences only as grants on the objects that are created later; until then
 * only strict mode reports them.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-default-acl.html">pg_default_acl</a>
 */
final class DefaultPrivilegeReader {

    private static final String SQL = """
            SELECT n.nspname AS object_schema, CASE g.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(g.grantee) END AS grantee,
                string_agg(DISTINCT g.privilege_type || o.kind, ', ') AS privileges,
                array_agg(DISTINCT format('ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA %I REVOKE ALL%s FROM %s',
                    pg_get_userbyid(d.defaclrole), n.nspname, o.kind,
                    CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(g.grantee)) END)) AS remedy
            FROM pg_default_acl d
            JOIN pg_namespace n ON n.oid = d.defaclnamespace AND n.nspname = ANY (?)
            CROSS JOIN LATERAL aclexplode(d.defaclacl) g
            CROSS JOIN LATERAL (SELECT CASE d.defaclobjtype WHEN 'r' THEN ' ON TABLES' WHEN 'S' THEN ' ON SEQUENCES'
                WHEN 'f' THEN ' ON FUNCTIONS' WHEN 'T' THEN ' ON TYPES' ELSE '' END AS kind) o
            GROUP BY 1, 2
            """;

    private DefaultPrivilegeReader() {}

    static void read(CatalogQueries catalog, Collection<String> namespaces, Consumer<Unmodelled> unmodelled)
            throws SQLException {
        catalog.each(
                SQL,
                namespaces,
                row -> unmodelled.accept(new Unmodelled(
                        ObjectPath.namespace(row.text("object_schema")),
                        "default privileges of " + row.text("grantee"),
                        row.text("privileges"),
                        true,
                        new UnmodelledRepair.Statements(RepairPhase.OBSTACLES, row.texts("remedy"), ""))));
    }
}
