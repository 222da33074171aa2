package dev.tenon.runtime.internal.history;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.fault.FaultException;
import dev.tenon.runtime.internal.session.SqlStates;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Finds the privileges that a role lacks to read the migration history. */
final class HistoryPrivileges {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** By the identifier of the table, because its name needs the privilege on the schema. */
    private static final String HELD = """
            SELECT pg_catalog.quote_ident(current_user), pg_catalog.has_schema_privilege(n.oid, 'USAGE'),
                pg_catalog.has_table_privilege(c.oid, 'SELECT')
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
            WHERE n.nspname OPERATOR(pg_catalog.=) {name} AND c.relname OPERATOR(pg_catalog.=) 'history'""";

    private HistoryPrivileges() {}

    /** Whether the query failed because the role lacks a privilege. */
    static boolean isMissing(SQLException refused) {
        return SqlStates.of(refused).equals(INSUFFICIENT_PRIVILEGE);
    }

    /** The fault for a history that the role of the connection must not read, with the grants that it lacks. */
    static FaultException missing(HistorySchema schema, Connection connection, SQLException refused) {
        String role = "the role";
        List<String> grants = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(schema.sql(HELD))) {
            if (row.next()) {
                role = row.getString(1);
                if (!row.getBoolean(2)) {
                    grants.add("GRANT USAGE ON SCHEMA " + schema.quoted() + " TO " + role);
                }
                if (!row.getBoolean(3)) {
                    grants.add("GRANT SELECT ON TABLE " + schema.table("history") + " TO " + role);
                }
            }
        } catch (SQLException inFailedTransaction) {
            refused.addSuppressed(inFailedTransaction);
        }
        if (grants.isEmpty()) {
            grants.add("GRANT USAGE ON SCHEMA " + schema.quoted() + " TO …");
            grants.add("GRANT SELECT ON TABLE " + schema.table("history") + " TO …");
        }
        return new Fault(
                        FaultCode.PRIVILEGE_MISSING,
                        role + " must not read the migration history: " + SqlStates.message(refused),
                        "run as the owner of " + schema.table("history") + ": " + String.join("; ", grants))
                .exception(refused);
    }
}
