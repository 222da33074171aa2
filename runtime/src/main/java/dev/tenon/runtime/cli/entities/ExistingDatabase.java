package dev.tenon.runtime.cli.entities;

import dev.tenon.runtime.catalog.LiveSchema;
import dev.tenon.runtime.catalog.WholeDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads a database that nobody has told Tenon about, with all that people made in it. */
public final class ExistingDatabase {

    private ExistingDatabase() {}

    /**
     * Reads what the catalogs say at one moment.
     *
     * @param connection a connection that is in no transaction; it is left as it was
     * @throws SQLException as the database reports it
     */
    public static LiveSchema read(Connection connection) throws SQLException {
        return WholeDatabase.read(connection, BeyondObjects.ALL);
    }
}
