package dev.tenon.runtime.internal.fence;

import dev.tenon.runtime.isolation.ObservedStatement;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.derive.TenantObservation;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads what was recorded about statements of admitted roles. */
final class ObservedStatementReader {

    private ObservedStatementReader() {}

    /** Returns the statements by role, table and number of sessions; none if nothing is recorded. */
    static List<ObservedStatement> read(Connection connection, Schema snapshot) throws SQLException {
        List<ObservedStatement> observed = new ArrayList<>();
        if (TenantObservation.table(snapshot).isEmpty()) {
            return observed;
        }
        String sql = "SELECT role, relation, statement, pg_catalog.count(*) FROM "
                + Identifier.quote(TenantObservation.table(snapshot).get().name())
                + " GROUP BY role, relation, statement ORDER BY role, relation, 4 DESC, statement";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                observed.add(new ObservedStatement(
                        rows.getString(1), rows.getString(2), rows.getString(3), rows.getLong(4)));
            }
        }
        return observed;
    }
}
