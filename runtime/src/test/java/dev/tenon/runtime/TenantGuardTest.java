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
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.util.PGobject;

/** Every way from a tenant's connection leads back to it, and none to a commit. */
@PostgresTest
class TenantGuardTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    private final Connection superuser;
    private final HikariDataSource pool;
    private final TenantSession tenants;

    TenantGuardTest(TestDatabase database) throws SQLException {
        superuser = database.connection();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(TenantTable.loginUrl(database));
        config.setMaximumPoolSize(2);
        TenantTable.create(superuser);
        pool = new HikariDataSource(config);
        tenants = TenantSession.of(pool, TenantTable.TENANCY);
    }

    @BeforeEach
    void createATableOfTenants() throws SQLException {
        run(superuser, "TRUNCATE t");
    }

    @AfterEach
    void close() throws SQLException {
        pool.close();
        superuser.close();
    }

    @Test
    void statementsResultsAndMetadataLeadToTheGuardedConnection() throws SQLException {
        tenants.call(ONE, connection -> {
            try (Statement statement = connection.createStatement();
                    PreparedStatement prepared = connection.prepareStatement("SELECT ARRAY[1], 'x'::refcursor");
                    CallableStatement callable = connection.prepareCall("{ ? = call pg_backend_pid() }");
                    ResultSet rows = prepared.executeQuery();
                    ResultSet tables = connection.getMetaData().getTables(null, "public", "t", null)) {
                rows.next();
                Array array = rows.getArray(1);
                statement.execute("INSERT INTO t (v) VALUES (1)", Statement.RETURN_GENERATED_KEYS);
                for (Connection found : List.of(
                        statement.getConnection(),
                        prepared.getConnection(),
                        callable.getConnection(),
                        rows.getStatement().getConnection(),
                        tables.getStatement().getConnection(),
                        array.getResultSet().getStatement().getConnection(),
                        statement.getGeneratedKeys().getStatement().getConnection(),
                        connection.getMetaData().getConnection(),
                        connection.unwrap(Connection.class),
                        statement.unwrap(Statement.class).getConnection(),
                        prepared.unwrap(PreparedStatement.class).getConnection(),
                        rows.unwrap(ResultSet.class).getStatement().getConnection())) {
                    assertThat(found).isSameAs(connection);
                    assertThatThrownBy(found::commit).hasMessageContaining("commit()");
                }
                assertThat(rows.getStatement()).isSameAs(prepared);
                prepared.unwrap(PGStatement.class).setPrepareThreshold(1);
                return tables.next();
            }
        });
        assertThat(rows()).isEqualTo("1");
    }

    @Test
    void nothingThatIsUnwrappedCommits() throws SQLException {
        assertThatThrownBy(() -> tenants.call(ONE, connection -> {
                    run(connection, "INSERT INTO t (v) VALUES (1)");
                    PGConnection driver = connection.unwrap(PGConnection.class);
                    BaseConnection base = connection.unwrap(BaseConnection.class);
                    assertThat(connection.isWrapperFor(PGConnection.class)).isTrue();
                    assertThat(connection.isWrapperFor(PgConnection.class)).isFalse();
                    assertThat(driver.getBackendPID())
                            .isEqualTo(Integer.parseInt(text(connection, "SELECT pg_backend_pid()")));
                    assertThat(driver).isNotInstanceOf(Connection.class);
                    assertThatThrownBy(() -> connection.unwrap(PgConnection.class))
                            .hasMessageContaining("TN657");
                    assertThatThrownBy(driver::getLargeObjectAPI).hasMessageContaining("TN657");
                    assertThatThrownBy(() -> base.execSQLUpdate("COMMIT")).hasMessageContaining("TN657");
                    assertThatThrownBy(base::commit).hasMessageContaining("commit()");
                    assertThatThrownBy(
                                    () -> base.createStatement().getConnection().rollback())
                            .hasMessageContaining("rollback()");
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(rows()).isEqualTo("0");
    }

    @Test
    void copyIsTheTenants() throws Exception {
        String copied = tenants.<String, Exception>call(ONE, connection -> {
            CopyManager first = connection.unwrap(PGConnection.class).getCopyAPI();
            CopyManager second = new CopyManager(connection.unwrap(BaseConnection.class));
            assertThat(first.copyOut("COPY t (v) TO STDOUT", new StringWriter()))
                    .isZero();
            run(connection, "INSERT INTO t (v) SELECT generate_series(1, 3)");
            StringWriter text = new StringWriter();
            first.copyOut("COPY (SELECT v FROM t) TO STDOUT", text);
            second.copyOut("COPY (SELECT tenant FROM t LIMIT 1) TO STDOUT", text);
            return text.toString();
        });
        assertThat(copied).isEqualTo("1\n2\n3\n" + ONE + "\n");
        // The server refuses COPY into tables with policies; the error is its own.
        assertThatThrownBy(() -> tenants.call(
                        ONE,
                        connection -> connection
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyIn("COPY t (v) FROM STDIN", new StringReader("1\n"))))
                .hasMessageContaining("COPY FROM not supported with row-level security");
        tenants.call(ONE, connection -> {
            run(connection, "CREATE TEMP TABLE loaded (v int)");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY loaded FROM STDIN", new StringReader("7\n8\n"));
            return run(connection, "INSERT INTO t (v) SELECT v FROM loaded");
        });
        assertThat(rows()).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ROLLBACK; COPY t TO STDOUT", "COPY t TO STDOUT; COMMIT", "COPY (SELECT ';') TO STDOUT; ABORT"})
    void copyWithOtherStatementsIsRefused(String sql) {
        assertThatThrownBy(() -> tenants.call(
                        ONE,
                        connection -> connection
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyOut(sql, new StringWriter())))
                .hasMessageContaining("TN657");
    }

    @Test
    void typesOfExtensionsAreRegistered() throws SQLException {
        run(superuser, "CREATE EXTENSION IF NOT EXISTS vector");
        String read = tenants.<String, RuntimeException>call(ONE, connection -> {
            connection.unwrap(PGConnection.class).addDataType("vector", Text.class);
            try (PreparedStatement query = connection.prepareStatement("SELECT ?::vector")) {
                PGobject vector = new Text();
                vector.setType("vector");
                vector.setValue("[1,2]");
                query.setObject(1, vector);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    assertThat(row.getObject(1)).isInstanceOf(Text.class);
                    return row.getString(1);
                }
            }
        });
        assertThat(read).isEqualTo("[1,2]");
    }

    @Test
    void arraysAndBatchesAndCursorsWork() throws SQLException {
        tenants.call(ONE, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t (v) SELECT unnest(?)")) {
                Array array = connection.createArrayOf("int", new Integer[] {1, 2});
                insert.setArray(1, array);
                insert.addBatch();
                insert.setArray(1, array);
                insert.addBatch();
                assertThat(insert.executeBatch()).containsExactly(2, 2);
            }
            Savepoint before = connection.setSavepoint();
            run(connection, "INSERT INTO t (v) VALUES (9)");
            connection.rollback(before);
            connection.releaseSavepoint(connection.setSavepoint("named"));
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(1);
                int read = 0;
                try (ResultSet rows = statement.executeQuery("SELECT v FROM t")) {
                    while (rows.next()) {
                        read++;
                    }
                }
                assertThat(read).isEqualTo(4);
            }
            return 0;
        });
        assertThat(rows()).isEqualTo("4");
    }

    @Test
    void savepointBeforeTheFirstStatementKeepsTheTenant() throws SQLException {
        String tenant = tenants.<String, RuntimeException>call(ONE, connection -> {
            Savepoint first = connection.setSavepoint();
            run(connection, "INSERT INTO t (v) VALUES (1)");
            connection.rollback(first);
            return text(connection, "SELECT current_user || current_setting('app.tenant_id')");
        });
        assertThat(tenant).isEqualTo("tenon_session" + ONE);
    }

    @Test
    void modeOfTheTransactionIsSetBeforeTheTenant() throws SQLException {
        String mode = tenants.<String, RuntimeException>call(ONE, connection -> {
            run(connection, "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE READ ONLY DEFERRABLE");
            return text(
                    connection, "SELECT current_setting('transaction_isolation') || current_setting('app.tenant_id')");
        });
        assertThat(mode).isEqualTo("serializable" + ONE);
    }

    @Test
    void sessionsOnOneDataSourceAreNotNested() throws SQLException {
        TenantSession other = TenantSession.of(pool, TenantTable.TENANCY);
        assertThatThrownBy(() -> tenants.call(ONE, outer -> other.call(TWO, inner -> "both")))
                .hasMessageContaining("TN650");
        assertThatThrownBy(() -> tenants.call(ONE, outer -> other.callIn(outer, TWO, inner -> "both")))
                .hasMessageContaining("TN650");
        assertThat(other.<String, RuntimeException>call(TWO, connection -> "afterwards"))
                .isEqualTo("afterwards");
    }

    @Test
    void keysThatNameNoTenantAreRefused() {
        for (Object key : new Object[] {null, "", "a\0b", "x".repeat(1001), "half a pair: \ud83d"}) {
            assertThatThrownBy(() -> tenants.call(key, connection -> "never"))
                    .isInstanceOfSatisfying(
                            TenonException.class,
                            refused -> assertThat(refused.code()).isEqualTo("TN655"));
        }
    }

    @Test
    void joinsATransactionOnRequest() throws SQLException {
        try (Connection outer = pool.getConnection()) {
            assertThatThrownBy(() -> tenants.callIn(outer, ONE, connection -> "never"))
                    .hasMessageContaining("TN656");
            outer.setAutoCommit(false);
            run(outer, "INSERT INTO note VALUES (1)");
            tenants.callIn(outer, ONE, connection -> run(connection, "INSERT INTO t (v) VALUES (1)"));
            assertThat(text(outer, "SELECT current_setting('role') || current_setting('app.tenant_id')"))
                    .isEqualTo("none");
            assertThatThrownBy(() -> tenants.callIn(outer, TWO, connection -> {
                        run(connection, "INSERT INTO t (v) VALUES (2)");
                        return run(connection, "SELECT 1 / 0");
                    }))
                    .hasMessageContaining("division by zero");
            tenants.callIn(outer, TWO, connection -> run(connection, "INSERT INTO t (v) VALUES (3)"));
            assertThat(rows()).isEqualTo("0");
            outer.commit();
        }
        assertThat(text(superuser, "SELECT string_agg(v::text, ' ' ORDER BY v) FROM t"))
                .isEqualTo("1 3");
    }

    private String rows() throws SQLException {
        return text(superuser, "SELECT count(*) FROM t");
    }

    /** A type of an extension as its library declares it. */
    public static final class Text extends PGobject {
        private static final long serialVersionUID = 1L;
    }
}
