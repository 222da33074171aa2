package dev.tenon.runtime.migrate;

import java.sql.Connection;
import java.sql.SQLException;

/** A precondition of a baseline, for example that another tool has applied all its migrations. */
@FunctionalInterface
public interface BaselineCondition {

    /**
     * Refuses a database that is not ready. The migration lock is held during the call.
     *
     * @param connection a connection to the database, which stays open
     * @throws SQLException as the database reports it
     */
    void check(Connection connection) throws SQLException;
}
