package dev.tenon.runtime.internal.verify;

import dev.tenon.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Determines the expected schema of a database when its catalogs are read. */
public interface VerificationTarget {

    /**
     * Returns the expected schema.
     *
     * @param connection a connection in the transaction that has read the catalogs
     * @param live the live schema
     * @return empty if the expected schema cannot be determined
     * @throws SQLException as the database reports it
     */
    Optional<Schema> of(Connection connection, Schema live) throws SQLException;

    /** Returns the reason why the expected schema cannot be determined. */
    default String obstacle() {
        return "the expected state cannot be determined";
    }
}
