package dev.tenon.runtime.internal.verify;

import dev.tenon.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Determines the expected schema of a database when its catalogs are read. */
public interface VerificationTarget {

    /**
     * What it should be.
     *
     * @param connection a connection in the transaction that has read the catalogs, and sees what these say
     * @param live what the catalogs say
     * @return empty if unknown
     * @throws SQLException as the database reports it
     */
    Optional<Schema> of(Connection connection, Schema live) throws SQLException;

    /** Why nobody can tell. */
    default String obstacle() {
        return "the expected state cannot be determined";
    }
}
