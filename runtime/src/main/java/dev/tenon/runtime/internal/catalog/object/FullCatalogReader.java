package dev.tenon.runtime.internal.catalog.object;

import dev.tenon.runtime.internal.catalog.CatalogQueries;
import dev.tenon.runtime.internal.catalog.CatalogReader;
import dev.tenon.runtime.internal.catalog.CatalogScope;
import dev.tenon.runtime.internal.catalog.LiveSchema;
import dev.tenon.runtime.internal.catalog.RollbackTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;

/** Reads all user objects of a database, without a snapshot. */
public final class FullCatalogReader {

    /** The schema of a history is known by the columns of the table {@code history}. */
    private static final String NAMESPACES = """
            SELECT n.nspname FROM pg_namespace n
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

    /** Returns the schemas of users. */
    public static Set<String> namespaces(CatalogQueries catalog) throws SQLException {
        Set<String> namespaces = new TreeSet<>();
        catalog.each(NAMESPACES, row -> namespaces.add(row.text("nspname")));
        return namespaces;
    }
}
