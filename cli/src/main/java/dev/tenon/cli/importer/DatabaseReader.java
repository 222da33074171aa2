package dev.tenon.cli.importer;

import dev.tenon.runtime.internal.catalog.LiveSchema;
import dev.tenon.runtime.internal.catalog.object.FullCatalogReader;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads a database that nobody has told Tenon about, with all that people made in it. */
public final class DatabaseReader {

    private DatabaseReader() {}

    /**
     * Reads what the catalogs say at one moment.
     *
     * @param connection a connection that is in no transaction; it is left as it was
     * @throws SQLException as the database reports it
     */
    public static LiveSchema read(Connection connection) throws SQLException {
        LiveSchema live = FullCatalogReader.read(connection, UnmodelledObjects.ALL);
        return AttachedStatements.add(connection, OtherObjectQueries.add(connection, live));
    }
}
