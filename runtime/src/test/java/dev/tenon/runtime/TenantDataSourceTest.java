package dev.tenon.runtime;

import static dev.tenon.runtime.Queries.run;
import static dev.tenon.runtime.Queries.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tenon.testing.postgres.PostgresTest;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Each transaction of a tenant data source belongs to the tenant of its context, whoever begins and ends it. */
@PostgresTest
class TenantDataSourceTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final String WHO =
            "SELECT current_user || ' ' || coalesce(current_setting('app.tenant_id', true), '')";
    private static final String NOBODY = "tenon_session_login ";

    private final TestDatabase database;
    private final Connection superuser;
    private final HikariDataSource pool;
    private final TenantDataSource tenants;

    TenantDataSourceTest(TestDatabase database) throws SQLException {
        this.database = database;
        superuser = database.connection();
        TenantTable.create(superuser);
        pool = pool(TenantTable.loginUrl(database));
        tenants = TenantDataSource.of(pool, TenantTable.TENANCY);
    }

    @AfterEach
    void close() throws SQLException {
        pool.close();
        superuser.close();
    }

    @Test
    void eachTransactionIsTheTenants() throws SQLException {
        try (Connection connection = tenants.getConnection();
                TenantContext.Scope one = TenantContext.open(ONE)) {
            connection.setAutoCommit(false);
            try (PreparedStatement who = connection.prepareStatement(WHO)) {
                for (int transaction = 0; transaction < 8; transaction++) {
                    assertThat(first(who)).isEqualTo(as(ONE));
                    assertThat(first(who)).isEqualTo(as(ONE));
                    if (transaction % 2 == 0) {
                        connection.commit();
                    } else {
                        connection.rollback();
                    }
                }
            }
            run(connection, "COMMIT");
            assertThat(text(connection, WHO)).isEqualTo(as(ONE));
            run(connection, "ROLLBACK AND CHAIN");
            assertThat(text(connection, WHO)).isEqualTo(as(ONE));
            run(connection, "ROLLBACK; BEGIN");
            assertThat(text(connection, WHO)).isEqualTo(as(ONE));
            connection.commit();
            try (TenantContext.Scope none = TenantContext.openNone()) {
                assertThat(List.of(one, none)).doesNotContainNull();
                assertThat(text(connection, WHO)).isEqualTo(NOBODY);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&preferQueryMode=simple",
                "&preferQueryMode=extendedCacheEverything",
                "&autosave=always",
                "&prepareThreshold=1",
                "&defaultRowFetchSize=2"
            })
    void statementsInAutocommitModeAreTransactions(String parameters) throws Exception {
        try (HikariDataSource other = pool(TenantTable.loginUrl(database) + parameters);
                Connection connection =
                        TenantDataSource.of(other, TenantTable.TENANCY).getConnection();
                TenantContext.Scope one = TenantContext.open(ONE)) {
            assertThat(one).isNotNull();
            for (int round = 0; round < 7; round++) {
                try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t (v) VALUES (?), (?)");
                        PreparedStatement query = connection.prepareStatement(
                                "SELECT v, tenant FROM t WHERE v = ? OR v = ? ORDER BY v")) {
                    insert.setInt(1, 1);
                    insert.setInt(2, 2);
                    assertThat(insert.executeUpdate()).isEqualTo(2);
                    assertThat(insert.getUpdateCount()).isEqualTo(2);
                    query.setObject(1, 1);
                    query.setInt(2, 2);
                    for (int again = 0; again < 2; again++) {
                        try (ResultSet rows = query.executeQuery()) {
                            assertThat(rows.getStatement()).isSameAs(query);
                            rows.next();
                            assertThat(rows.getObject(2)).isEqualTo(ONE);
                            assertThat(rows.next()).isTrue();
                            assertThat(rows.getInt("v")).isEqualTo(2);
                            assertThat(rows.next()).isFalse();
                        }
                    }
                    assertThat(connection.getAutoCommit()).isTrue();
                    assertThatThrownBy(() -> text(connection, "SELECT 1 / 0")).hasMessageContaining("division by zero");
                    run(connection, "DELETE FROM t");
                }
            }
            batchesCursorsAndCopy(connection);
        }
        assertThat(text(superuser, "SELECT count(*) || min(tenant::text) FROM t"))
                .isEqualTo("6" + ONE);
    }

    private static void batchesCursorsAndCopy(Connection connection) throws Exception {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t (v) VALUES (?)");
                Statement statement = connection.createStatement()) {
            for (int v = 0; v < 4; v++) {
                insert.setInt(1, v);
                insert.addBatch();
            }
            assertThat(insert.executeBatch()).containsExactly(1, 1, 1, 1);
            statement.addBatch("INSERT INTO t (v) VALUES (5)");
            statement.addBatch("INSERT INTO t (v) VALUES (6)");
            assertThat(statement.executeBatch()).containsExactly(1, 1);
            statement.setFetchSize(1);
            int read = 0;
            try (ResultSet rows = statement.executeQuery("SELECT v FROM t")) {
                while (rows.next()) {
                    read++;
                }
            }
            assertThat(read).isEqualTo(6);
            assertThat(statement.getFetchSize()).isEqualTo(1);
            statement.execute("INSERT INTO t (v) VALUES (7)", Statement.RETURN_GENERATED_KEYS);
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                assertThat(keys.getInt("v")).isEqualTo(7);
            }
            statement.executeUpdate("DELETE FROM t WHERE v = 7");
        }
        StringWriter copied = new StringWriter();
        PGConnection driver = connection.unwrap(PGConnection.class);
        driver.getCopyAPI().copyOut("COPY (SELECT count(*) FROM t) TO STDOUT", copied);
        assertThat(copied).hasToString("6\n");
        assertThatThrownBy(() -> driver.getCopyAPI().copyIn("COPY t (v) FROM STDIN", new StringReader("1\n")))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> driver.getCopyAPI().copyOut("COPY (SELECT 1) TO STDOUT"))
                .hasMessageContaining("TN657");
        assertThatThrownBy(() -> run(connection, "BEGIN")).hasMessageContaining("TN657");
    }

    @Test
    void connectionWithoutATenantSeesNoRowsOfTenants() throws SQLException {
        run(superuser, "INSERT INTO t VALUES ('" + ONE + "', 1)");
        try (Connection connection = tenants.getConnection()) {
            assertThat(text(connection, WHO)).isEqualTo(NOBODY);
            assertThatThrownBy(() -> text(connection, "SELECT count(*) FROM t"))
                    .hasMessageContaining("permission denied for table t");
            try (ResultSet columns = connection.getMetaData().getColumns(null, "public", "t", null)) {
                assertThat(columns.next()).isTrue();
            }
            run(connection, "INSERT INTO note VALUES (1)");
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void loginRoleThatInheritsIsKeptOnRequest() throws SQLException {
        run(superuser, """
                INSERT INTO t VALUES ('00000000-0000-0000-0000-000000000001', 1), ('00000000-0000-0000-0000-000000000002', 2);
                DO $$ BEGIN
                    CREATE ROLE tenon_session_heir LOGIN PASSWORD 'tenon_session_heir';
                EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
                GRANT tenon_session TO tenon_session_heir;
                ALTER POLICY p ON t USING (tenant = nullif(current_setting('app.tenant_id', true), '')::uuid)""");
        try (HikariDataSource heirs = pool(TenantTable.urlAs(database, "tenon_session_heir"));
                TenantContext.Scope one = TenantContext.open(ONE)) {
            TenantDataSource switching = TenantDataSource.of(heirs, TenantTable.TENANCY);
            try (Connection connection = switching.getConnection()) {
                assertThatThrownBy(() -> run(connection, "SELECT 1")).hasMessageContaining("TN654");
            }
            try (Connection connection = switching.keepingLoginRole().getConnection()) {
                assertThat(text(connection, "SELECT string_agg(v::text, ' ') FROM t"))
                        .isEqualTo("1");
                assertThat(text(connection, WHO)).isEqualTo("tenon_session_heir " + ONE);
                run(connection, "RESET ROLE");
                assertThat(text(connection, "SELECT string_agg(v::text, ' ') FROM t"))
                        .isEqualTo("1");
                try (TenantContext.Scope none = TenantContext.openNone()) {
                    assertThat(List.of(one, none)).doesNotContainNull();
                    assertThat(text(connection, "SELECT count(*) FROM t")).isEqualTo("0");
                }
            }
            run(superuser, "ALTER ROLE tenon_session_heir BYPASSRLS");
            try (Connection connection = TenantDataSource.of(heirs, TenantTable.TENANCY)
                            .keepingLoginRole()
                            .getConnection();
                    TenantContext.Scope again = TenantContext.open(ONE)) {
                assertThat(again).isNotNull();
                assertThatThrownBy(() -> run(connection, "SELECT 1")).hasMessageContaining("TN654");
            }
        } finally {
            run(superuser, "DROP OWNED BY tenon_session_heir; DROP ROLE tenon_session_heir");
        }
    }

    @Test
    void statementUnderAnotherTenantIsRefused() throws SQLException {
        try (Connection connection = tenants.getConnection();
                TenantContext.Scope one = TenantContext.open(ONE)) {
            assertThat(one).isNotNull();
            connection.setAutoCommit(false);
            run(connection, "INSERT INTO t (v) VALUES (1)");
            TenantContext.run(
                    TWO,
                    () -> assertThatThrownBy(() -> run(connection, "SELECT 1")).hasMessageContaining("TN658"));
            try (TenantContext.Scope none = TenantContext.openNone()) {
                assertThat(none).isNotNull();
                assertThatThrownBy(() -> run(connection, "SELECT 1")).hasMessageContaining("TN658");
            }
            run(connection, "INSERT INTO t (v) VALUES (2)");
            connection.commit();
            TenantContext.run(TWO, () -> {
                try {
                    assertThat(text(connection, "SELECT count(*) FROM t")).isEqualTo("0");
                } catch (SQLException unexpected) {
                    throw new AssertionError(unexpected);
                }
            });
        }
        assertThat(text(superuser, "SELECT count(*) FROM t")).isEqualTo("2");
    }

    @Test
    void savepointsBeforeTheFirstStatementKeepTheTenant() throws SQLException {
        try (Connection connection = tenants.getConnection();
                TenantContext.Scope one = TenantContext.open(ONE)) {
            assertThat(one).isNotNull();
            connection.setAutoCommit(false);
            Savepoint before = connection.setSavepoint();
            assertThatThrownBy(() -> run(connection, "SELECT 1 / 0")).hasMessageContaining("division by zero");
            connection.rollback(before);
            assertThat(text(connection, WHO)).isEqualTo(as(ONE));
        }
    }

    @Test
    void nothingStaysWhenTheConnectionIsClosed() throws SQLException {
        String process;
        try (Connection connection = tenants.getConnection();
                TenantContext.Scope one = TenantContext.open(ONE)) {
            assertThat(one).isNotNull();
            run(connection, "CREATE TEMP TABLE mine AS SELECT 1");
            run(connection, "SET app.leftover = 'x'");
            assertThat(text(connection, "SELECT current_setting('app.leftover') FROM mine"))
                    .isEqualTo("x");
            process = text(connection, "SELECT pg_backend_pid()");
        }
        try (Connection connection = tenants.getConnection()) {
            assertThat(text(connection, "SELECT pg_backend_pid()")).isEqualTo(process);
            assertThat(text(connection, "SELECT concat(current_setting('app.leftover', true), to_regclass('mine'))"))
                    .isEmpty();
        }
    }

    @Test
    void transactionsAndTemplatesOfSpringWork() {
        JdbcTemplate jdbc = new JdbcTemplate(tenants);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(tenants));
        TransactionTemplate reading = new TransactionTemplate(new DataSourceTransactionManager(tenants));
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
        TenantContext.run(ONE, () -> {
            transaction.executeWithoutResult(status -> jdbc.update("INSERT INTO t (v) VALUES (?)", 1));
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                        jdbc.update("INSERT INTO t (v) VALUES (?)", 2);
                        throw new IllegalStateException("rolled back");
                    }))
                    .hasMessage("rolled back");
            jdbc.update("INSERT INTO t (v) VALUES (?)", 3);
            assertThat(jdbc.queryForList("SELECT v FROM t ORDER BY v", Integer.class))
                    .containsExactly(1, 3);
            String mode = reading.execute(status -> jdbc.queryForObject(
                    "SELECT current_setting('transaction_isolation') || current_setting('transaction_read_only')",
                    String.class));
            assertThat(mode).isEqualTo("serializableon");
        });
        TenantContext.run(
                TWO,
                () -> assertThat(jdbc.queryForObject("SELECT count(*) FROM t", Integer.class))
                        .isZero());
    }

    @Test
    void contextIsPropagatedExplicitly() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (TenantContext.Scope one = TenantContext.open(ONE)) {
            assertThat(one).isNotNull();
            Future<String> bare = threads.submit(() -> TenantContext.current().orElse("none"));
            assertThat(bare.get()).isEqualTo("none");
            assertThat(threads.submit(TenantContext.wrapCall(
                                    () -> TenantContext.current().orElse("none")))
                            .get())
                    .isEqualTo(ONE.toString());
            assertThat(threads.submit(() -> TenantContext.current().orElse("none"))
                            .get())
                    .isEqualTo("none");
            Thread other = new Thread(one::close);
            other.setUncaughtExceptionHandler(
                    (thread, thrown) -> assertThat(thrown).hasMessageContaining("thread"));
            other.start();
            other.join();
            assertThat(TenantContext.current()).contains(ONE.toString());
            assertThat(TenantContext.call(TWO, () -> TenantContext.current().orElseThrow()))
                    .isEqualTo(TWO.toString());
        } finally {
            threads.shutdownNow();
        }
        assertThat(TenantContext.current()).isEmpty();
        assertThatThrownBy(() -> TenantContext.open(null)).hasMessageContaining("TN655");
    }

    /** From Java 21 on with virtual threads, before with as many others. */
    @Test
    void manyThreadsShareThePool() throws Exception {
        ExecutorService threads = Runtime.version().feature() >= 21
                ? (ExecutorService) Executors.class
                        .getMethod("newVirtualThreadPerTaskExecutor")
                        .invoke(null)
                : Executors.newFixedThreadPool(20);
        try {
            List<Future<String>> seen = java.util.stream.IntStream.range(0, 100)
                    .mapToObj(number -> {
                        UUID tenant = new UUID(1, number % 10);
                        return threads.submit(() -> TenantContext.call(tenant, () -> {
                            try (Connection connection = tenants.getConnection();
                                    PreparedStatement insert =
                                            connection.prepareStatement("INSERT INTO t (v) VALUES (1)")) {
                                insert.executeUpdate();
                                String all = text(connection, "SELECT string_agg(DISTINCT tenant::text, ' ') FROM t");
                                return all.equals(tenant.toString()) ? "own" : all;
                            }
                        }));
                    })
                    .toList();
            for (Future<String> each : seen) {
                assertThat(each.get()).isEqualTo("own");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(text(superuser, "SELECT count(*) FROM t")).isEqualTo("100");
    }

    private static String first(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private static String as(UUID tenant) {
        return "tenon_session " + tenant;
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }
}
