package dev.tenon.runtime.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.Scratch;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever happens in a rolled-back transaction, the database and the connection are as they were. */
class RollbackTransactionTest {

    private final Scratch scratch;
    private final Connection connection;

    RollbackTransactionTest() throws SQLException {
        scratch = Scratch.create();
        connection = scratch.connection();
    }

    @BeforeEach
    void table() {
        scratch.execute("CREATE TABLE t (id integer)");
    }

    @AfterEach
    void drop() throws SQLException {
        scratch.close();
    }

    @Test
    void nothingIsKept() throws SQLException {
        assertThat(RollbackTransaction.run(connection, () -> {
                    insert();
                    return count();
                }))
                .isEqualTo(1);
        assertThat(count()).isZero();
        assertThat(connection.getAutoCommit()).isTrue();
    }

    @Test
    void nothingIsKeptAfterAFailure() throws SQLException {
        assertThatThrownBy(() -> RollbackTransaction.run(connection, () -> {
                    insert();
                    throw new SQLException("as it happens");
                }))
                .hasMessage("as it happens");
        assertThat(count()).isZero();
        assertThat(connection.getAutoCommit()).isTrue();
    }

    @Test
    void aTransactionOfTheCallerThatOnlyReadIsEnded() throws SQLException {
        connection.setAutoCommit(false);
        count();
        RollbackTransaction.run(connection, () -> {
            insert();
            return true;
        });
        assertThat(connection.getAutoCommit()).isFalse();
        assertThat(count()).isZero();
    }

    @Test
    void writesOfTheCallerAreNotUndone() throws SQLException {
        connection.setAutoCommit(false);
        insert();
        assertThatThrownBy(() -> RollbackTransaction.run(connection, this::count))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("commit or roll back first");
        assertThat(count()).isEqualTo(1);
    }

    private void insert() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO t VALUES (1)");
        }
    }

    private int count() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM t")) {
            return rows.next() ? rows.getInt(1) : -1;
        }
    }
}
