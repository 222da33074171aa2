package dev.tenon.runtime.internal.session;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Identifies a database independently of its address. A promoted standby is the same database.
 *
 * @param system the identifier that the cluster got from initdb
 * @param database the name of the database
 * @param oid the OID of the database within the cluster
 */
record ServerIdentity(String system, String database, long oid) {

    private static final String QUERY = """
            SELECT CASE WHEN pg_catalog.has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE')
                THEN (SELECT system_identifier::pg_catalog.text FROM pg_catalog.pg_control_system()) ELSE 'unknown' END,
                datname, oid
            FROM pg_catalog.pg_database WHERE datname OPERATOR(pg_catalog.=) pg_catalog.current_database()""";

    static ServerIdentity of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            row.next();
            return new ServerIdentity(row.getString(1), row.getString(2), row.getLong(3));
        }
    }

    Fault fault(ServerIdentity other) {
        return new Fault(
                FaultCode.ANOTHER_SERVER,
                "the address now connects to a different database: first " + this + ", now " + other,
                "use an address of exactly one server, the primary");
    }

    @Override
    public String toString() {
        return database + " (" + oid + ") on system " + system;
    }
}
