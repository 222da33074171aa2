package dev.tenon.runtime.internal.preflight;

import dev.tenon.runtime.internal.catalog.RollbackTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Executes each query in a transaction of its own, so that many of them do not hold back VACUUM. */
record ReadOnlyQuery(Connection connection) implements RowTrialRunner.RowQuery {

    @Override
    public List<List<String>> query(String sql) throws SQLException {
        return RollbackTransaction.run(connection, () -> {
            TrialTransaction transaction = new TrialTransaction(connection);
            transaction.readOnly();
            return transaction.query(sql);
        });
    }
}
