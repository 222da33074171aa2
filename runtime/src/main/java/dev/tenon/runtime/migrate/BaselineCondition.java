package dev.tenon.runtime.migrate;

import java.sql.Connection;
import java.sql.SQLException;

/** What must hold of a database before its migrations are entered as applied, for example that another tool has finished. */
@FunctionalInterface
public interface BaselineCondition {

    /**
     * Refuses a database that is not ready. It is called while Tenon holds the migration lock.
     *
     * @param connection a connection to the database, which stays open
     * @throws SQLException as the database reports it
     */
    void check(Connection connection) throws SQLException;
}
