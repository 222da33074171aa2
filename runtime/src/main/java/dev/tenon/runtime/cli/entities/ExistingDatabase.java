package dev.tenon.runtime.cli.entities;

import dev.tenon.runtime.catalog.LiveSchema;
import dev.tenon.runtime.catalog.WholeDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Reads a database that nobody has told Tenon about, with all that people made in it. */
public final class ExistingDatabase {

    private static final List<String> QUERIES =
            Stream.of(ObjectQueries.ALL, RareObjects.ALL).flatMap(List::stream).toList();

    private ExistingDatabase() {}

    /**
     * Reads what the catalogs say at one moment.
     *
     * @param connection a connection that is in no transaction; it is left as it was
     * @throws SQLException as the database reports it
     */
    public static LiveSchema read(Connection connection) throws SQLException {
        return Attachments.add(connection, WholeDatabase.read(connection, QUERIES, BeyondObjects.ALL));
    }
}
