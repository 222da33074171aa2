package dev.tenon.runtime.internal.catalog.object;

import dev.tenon.runtime.internal.catalog.CatalogQueries;
import dev.tenon.runtime.internal.catalog.CatalogReader;
import dev.tenon.runtime.internal.catalog.CatalogScope;
import dev.tenon.runtime.internal.catalog.LiveSchema;
import dev.tenon.runtime.internal.catalog.RollbackTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads all user objects of a database, without a snapshot. */
public final class FullCatalogReader {

    /**
     * The schema of a history is known by the columns of the table {@code history}. A role that owns relations does not
     * manage the schemas in which others own everything: the platform of a managed database has such schemas. A role that
     * owns nothing, which only reads, sees all schemas.
     */
    private static final String NAMESPACES = """
            WITH held AS (
                SELECT c.relnamespace AS oid, pg_has_role(c.relowner, 'MEMBER') AS own
                FROM pg_class c
                WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND NOT EXISTS (
                    SELECT FROM pg_depend d
                    WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
                UNION ALL
                SELECT p.pronamespace, pg_has_role(p.proowner, 'MEMBER') FROM pg_proc p
                WHERE p.oid >= 16384 AND NOT EXISTS (
                    SELECT FROM pg_depend d
                    WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')),
            others AS (SELECT oid FROM held GROUP BY oid HAVING NOT bool_or(own))
            SELECT n.nspname, pg_get_userbyid(n.nspowner) AS owner,
                n.oid IN (SELECT oid FROM others) AND EXISTS (SELECT FROM held WHERE own)
                    AND NOT pg_has_role(n.nspowner, 'MEMBER') AND NOT has_schema_privilege(n.oid, 'CREATE') AS unmanaged
            FROM pg_namespace n
            WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'tenon')
              AND NOT EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = n.oid AND c.relname = 'history' AND 3 = (
                SELECT count(*) FROM pg_attribute a
                WHERE a.attrelid = c.oid AND a.attname IN ('tenon_version', 'step_checksum', 'manual_checksum')))
              AND NOT EXISTS (SELECT FROM pg_depend d
                WHERE d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e')""";

    private FullCatalogReader() {}

    /**
     * Reads the catalogs in one REPEATABLE READ transaction, with a fixed number of queries.
     *
     * @param connection a connection that is in no transaction; it is left as it was
     * @throws SQLException as the database reports it
     */
    public static LiveSchema read(Connection connection) throws SQLException {
        return RollbackTransaction.run(connection, () -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            }
            return readInTransaction(connection);
        });
    }

    /**
     * Reads the catalogs in the connection's transaction; changes only settings of the transaction.
     *
     * @param connection a connection in a transaction
     * @throws SQLException as the database reports it
     */
    public static LiveSchema readInTransaction(Connection connection) throws SQLException {
        CatalogQueries catalog = new CatalogQueries(connection);
        Set<String> namespaces = namespaces(catalog);
        LiveSchema live = CatalogReader.readInTransaction(connection, CatalogScope.of(namespaces));
        return ObjectLister.add(catalog, namespaces, live);
    }

    /** Returns the schemas of users, except those that others manage. */
    public static Set<String> namespaces(CatalogQueries catalog) throws SQLException {
        Set<String> namespaces = new TreeSet<>();
        catalog.each(NAMESPACES, row -> {
            if (!row.flag("unmanaged")) {
                namespaces.add(row.text("nspname"));
            }
        });
        return namespaces;
    }

    /** Returns the schemas in which others own everything and this role can create nothing, with their owners. */
    public static Map<String, String> unmanaged(CatalogQueries catalog) throws SQLException {
        Map<String, String> owners = new TreeMap<>();
        catalog.each(NAMESPACES, row -> {
            if (row.flag("unmanaged")) {
                owners.put(row.text("nspname"), row.text("owner"));
            }
        });
        return owners;
    }
}
