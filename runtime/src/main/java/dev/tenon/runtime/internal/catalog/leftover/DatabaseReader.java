package dev.tenon.runtime.internal.catalog.leftover;

import dev.tenon.runtime.internal.catalog.LiveSchema;
import dev.tenon.runtime.internal.catalog.object.FullCatalogReader;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads a database that Tenon does not manage yet, with all objects that users created in it. */
public final class DatabaseReader {

    private DatabaseReader() {}

    /**
     * Reads the catalogs in one snapshot.
     *
     * @param connection a connection that is in no transaction; it is left as it was
     * @throws SQLException as the database reports it
     */
    public static DatabaseContent read(Connection connection) throws SQLException {
        LiveSchema live = OtherObjectQueries.add(connection, FullCatalogReader.read(connection));
        return AttachedStatements.add(connection, live, UnmodelledObjects.read(connection));
    }
}
