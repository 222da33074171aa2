package dev.tenon.runtime;

import static dev.tenon.runtime.Queries.run;
import static dev.tenon.runtime.Queries.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tenon.testing.postgres.PostgresTest;
import dev.tenon.testing.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** A unit of work never ends a transaction of the caller, and pools of every configuration work. */
@PostgresTest
class TenantInTransactionTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final String OUTSIDE = "INSERT INTO note VALUES (2)";
    private static final String NOTHING = "nothing";

    private final TestDatabase database;
    private final Connection superuser;
    private HikariDataSource pool;

    TenantInTransactionTest(TestDatabase database) throws SQLException {
        this.database = database;
        this.superuser = database.connection();
        // The pool logs in as a role that this creates.
        TenantTable.create(superuser);
        this.pool = pool(true);
    }

    @AfterEach
    void close() throws SQLException {
        pool.close();
        superuser.close();
    }

    @ParameterizedTest
    @CsvSource({
        "true, nothing", "true, SELECT 1", "true, write", "true, error",
        "false, nothing", "false, SELECT 1", "false, write", "false, error"
    })
    void transactionOfSpringIsRefusedAndUnchanged(boolean autoCommit, String before) {
        use(pool(autoCommit));
        for (DataSource below : new DataSource[] {pool, new LazyConnectionDataSourceProxy(pool)}) {
            DataSource aware = new TransactionAwareDataSourceProxy(below);
            TransactionTemplate outer = new TransactionTemplate(new DataSourceTransactionManager(below));
            outer.executeWithoutResult(status -> {
                try (Connection connection = aware.getConnection()) {
                    if (!before.equals(NOTHING)) {
                        attempt(connection, before.equals("write") ? OUTSIDE : before);
                    }
                    assertRefused(aware);
                    assertThat(connection.getAutoCommit()).isFalse();
                    if (!before.equals("error")) {
                        assertThat(text(connection, "SELECT session_user = current_user"))
                                .isEqualTo("t");
                        run(connection, OUTSIDE);
                    }
                } catch (SQLException unexpected) {
                    throw new AssertionError(unexpected);
                }
                status.setRollbackOnly();
            });
            assertThat(rows())
                    .as("rows of the outer transaction, which was rolled back")
                    .isEqualTo("0");
        }
        assertThatThePoolIsClean(autoCommit);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void poolWorksWithoutATransaction(boolean autoCommit) throws SQLException {
        use(pool(autoCommit));
        DataSource aware = new TransactionAwareDataSourceProxy(pool);
        DataSource lazy = new LazyConnectionDataSourceProxy(pool);
        for (DataSource source : new DataSource[] {pool, aware, lazy}) {
            TenantSession tenants = TenantSession.of(source, TenantTable.TENANCY);
            for (int unit = 0; unit < 3; unit++) {
                tenants.call(ONE, connection -> run(connection, "INSERT INTO t (v) VALUES (1)"));
            }
        }
        assertThat(rows()).isEqualTo("9");
        assertThatThePoolIsClean(autoCommit);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void poolWorksAfterItHasTestedItsConnections(boolean autoCommit) throws Exception {
        use(pool(autoCommit));
        TenantSession tenants = TenantSession.of(pool, TenantTable.TENANCY);
        tenants.call(ONE, connection -> run(connection, "INSERT INTO t (v) VALUES (1)"));
        // After half a second without use, the pool tests whether a connection is alive.
        Thread.sleep(600);
        tenants.call(ONE, connection -> run(connection, "INSERT INTO t (v) VALUES (1)"));
        assertThat(rows()).isEqualTo("2");
    }

    @Test
    void poolWorksDuringATransactionOnAnotherConnection() {
        use(pool(true));
        TransactionTemplate outer = new TransactionTemplate(new DataSourceTransactionManager(pool));
        outer.executeWithoutResult(status -> {
            try {
                TenantSession.of(pool, TenantTable.TENANCY)
                        .call(ONE, connection -> run(connection, "INSERT INTO t (v) VALUES (1)"));
            } catch (SQLException unexpected) {
                throw new AssertionError(unexpected);
            }
            status.setRollbackOnly();
        });
        assertThat(rows()).isEqualTo("1");
    }

    @Test
    void transactionBegunBySqlIsRefused() throws SQLException {
        try (Connection connection = database.connection()) {
            run(connection, "BEGIN");
            run(connection, OUTSIDE);
            assertRefused(TenantTable.onePooled(connection));
            run(connection, "ROLLBACK");
        }
        assertThat(rows()).isEqualTo("0");
    }

    @Test
    void migratingDoesNotEndATransaction() throws SQLException {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            run(connection, OUTSIDE);
            Tenon tenon = Tenon.configure()
                    .dataSource(TenantTable.onePooled(connection))
                    .migrations("classpath:dev/tenon/runtime/none")
                    .load();
            assertThatThrownBy(tenon::migrate)
                    .isInstanceOfSatisfying(
                            TenonException.class,
                            refused -> assertThat(refused.code()).isEqualTo("TN653"));
            connection.rollback();
        }
        assertThat(rows()).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {NOTHING, "SELECT 1", OUTSIDE})
    void sharedConnectionInATransactionIsRefused(String before) throws SQLException {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            if (!before.equals(NOTHING)) {
                run(connection, before);
            }
            assertRefused(new SingleConnectionDataSource(connection, true));
            assertRefused(TenantTable.onePooled(connection));
            assertThat(connection.getAutoCommit()).isFalse();
            connection.rollback();
        }
        assertThat(rows()).isEqualTo("0");
    }

    private static void assertRefused(DataSource source) {
        TenantSession tenants = TenantSession.of(source, TenantTable.TENANCY);
        assertThatThrownBy(() -> tenants.call(ONE, connection -> run(connection, "INSERT INTO t (v) VALUES (1)")))
                .isInstanceOfSatisfying(TenonException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("TN653");
                    assertThat(refused.remedy()).contains("data source");
                });
    }

    private void assertThatThePoolIsClean(boolean autoCommit) {
        try (Connection one = pool.getConnection();
                Connection two = pool.getConnection()) {
            for (Connection each : new Connection[] {one, two}) {
                assertThat(each.getAutoCommit()).isEqualTo(autoCommit);
                assertThat(text(each, "SELECT session_user = current_user")).isEqualTo("t");
            }
        } catch (SQLException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private String rows() {
        try {
            return text(superuser, "SELECT (SELECT count(*) FROM t) + (SELECT count(*) FROM note)");
        } catch (SQLException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private void use(HikariDataSource other) {
        pool.close();
        pool = other;
    }

    private HikariDataSource pool(boolean autoCommit) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(TenantTable.loginUrl(database));
        config.setMaximumPoolSize(2);
        config.setAutoCommit(autoCommit);
        return new HikariDataSource(config);
    }

    private static void attempt(Connection connection, String sql) {
        try {
            run(connection, sql);
        } catch (SQLException expected) {
            assertThat(expected.getMessage()).contains("error");
        }
    }
}
