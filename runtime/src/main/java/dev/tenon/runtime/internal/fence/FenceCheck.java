package dev.tenon.runtime.internal.fence;

import dev.tenon.runtime.internal.catalog.RollbackTransaction;
import dev.tenon.runtime.isolation.FenceFinding;
import dev.tenon.runtime.isolation.FenceReport;
import dev.tenon.runtime.isolation.ObservedStatement;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts, in one read-only transaction, the rows of tenant tables that row-level security would hide from everybody, and
 * the references that lead to rows of another tenant.
 */
public final class FenceCheck {

    private static final String READ_ONLY = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    /** A number of rows in spite of row-level security, or an error. */
    private static final String ALL_ROWS = "SET LOCAL row_security = off";

    private FenceCheck() {}

    /**
     * Counts the rows.
     *
     * @param connection a connection of the migrator outside a transaction
     * @param snapshot the schema that the database has
     * @throws SQLException if the connection is lost
     */
    public static FenceReport run(Connection connection, Schema snapshot) throws SQLException {
        Optional<Tenancy> tenancy = snapshot.tenancy();
        if (tenancy.isEmpty()) {
            return new FenceReport(Optional.empty(), 0, List.of(), List.of());
        }
        return RollbackTransaction.run(connection, () -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(READ_ONLY);
                statement.execute(ALL_ROWS);
            }
            return inTransaction(connection, snapshot, tenancy.get());
        });
    }

    private static FenceReport inTransaction(Connection connection, Schema snapshot, Tenancy tenancy)
            throws SQLException {
        RowQueries queries = new RowQueries(snapshot, tenancy);
        List<FenceFinding> findings = new ArrayList<>();
        int tables = 0;
        for (Table table : snapshot.tables()) {
            if (table.tenantScope().tenantColumn().isPresent()) {
                tables++;
                for (RowQuery query : queries.of(table)) {
                    count(connection, query).ifPresent(findings::add);
                }
            }
        }
        List<ObservedStatement> observed = ObservedStatementReader.read(connection, snapshot);
        return new FenceReport(Optional.of(tenancy.stage()), tables, findings, observed);
    }

    private static Optional<FenceFinding> count(Connection connection, RowQuery query) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query.sql())) {
            rows.next();
            long count = rows.getLong(1);
            return count == 0 ? Optional.empty() : Optional.of(query.finding(count));
        } catch (SQLException refused) {
            if (connection.isClosed()) {
                throw refused;
            }
            connection.rollback(before);
            return Optional.of(query.notCounted(String.valueOf(refused.getMessage())));
        }
    }
}
