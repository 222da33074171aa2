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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of a tenant stays in the session of a pooled connection, and what the pool has set there does. */
@PostgresTest
class TenantLeftoversTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    private static final String STATE = """
            SELECT concat_ws('; ',
                'user ' || current_user, 'role ' || current_setting('role'),
                'tenant ' || coalesce(current_setting('app.tenant_id', true), ''),
                'setting ' || coalesce(current_setting('app.leftover', true), ''),
                (SELECT string_agg(name || ' ' || setting, ', ' ORDER BY name) FROM pg_settings WHERE source = 'session'),
                (SELECT 'temporary ' || string_agg(relname, ', ') FROM pg_class
                    WHERE relnamespace = pg_my_temp_schema()),
                (SELECT 'temporary ' || string_agg(proname, ', ') FROM pg_proc WHERE pronamespace = pg_my_temp_schema()),
                (SELECT 'cursor ' || string_agg(name, ', ') FROM pg_cursors WHERE is_holdable),
                (SELECT 'prepared ' || string_agg(name, ', ') FROM pg_prepared_statements WHERE from_sql),
                (SELECT 'listening ' || string_agg(c, ', ') FROM pg_listening_channels() c),
                (SELECT 'locks ' || count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()
                    HAVING count(*) > 0))""";

    private final TestDatabase database;
    private final Connection superuser;
    private final HikariDataSource pool;
    private final TenantSession tenants;

    TenantLeftoversTest(TestDatabase database) throws SQLException {
        this.database = database;
        superuser = database.connection();
        TenantTable.create(superuser);
        run(superuser, """
                CREATE OR REPLACE FUNCTION leave() RETURNS void LANGUAGE plpgsql AS $$ BEGIN
                    PERFORM set_config('app.leftover', 'by a routine', false), pg_advisory_lock(7);
                    CREATE TEMP TABLE routine_rows (v int);
                    LISTEN routine_channel;
                    EXECUTE 'PREP' || 'ARE routine_statement AS SELECT 1';
                END $$;
                DROP SEQUENCE IF EXISTS numbers;
                CREATE SEQUENCE numbers START 4711;
                GRANT USAGE ON SEQUENCE numbers TO tenon_session""");
        pool = pool("SET statement_timeout = '1h'");
        tenants = TenantSession.of(pool, TenantTable.TENANCY);
    }

    @AfterEach
    void close() throws SQLException {
        pool.close();
        superuser.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET app.tenant_id = '00000000-0000-0000-0000-000000000002'",
                "SET app.leftover = 'here'",
                "SELECT set_config('app.leftover', 'here', false)",
                "SET statement_timeout = '5s'",
                "SET search_path = pg_temp, public",
                "SET default_transaction_read_only = on",
                "SET application_name = 'of a tenant'",
                "SET ROLE tenon_session",
                "CREATE TEMP TABLE rows_of_a_tenant AS SELECT * FROM t",
                "CREATE TEMP TABLE rows_of_a_tenant ON COMMIT DELETE ROWS AS SELECT 1 AS v",
                "CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "DECLARE rows_of_a_tenant CURSOR WITH HOLD FOR SELECT * FROM t",
                "PREPARE \"Statement of a tenant\" AS SELECT * FROM t",
                "LISTEN channel",
                "SELECT pg_advisory_lock(1), pg_advisory_lock_shared(2)",
                "SELECT leave()",
                "SELECT nextval('numbers')",
                "SELECT 1 /* not plain */; SET app.leftover = 'here'",
                "SELECT CASE WHEN set_config('app.leftover', 'here', false) IS NULL THEN 1 END",
                "DO $$ BEGIN PERFORM leave(); END $$"
            })
    void nothingIsLeft(String sql) throws SQLException {
        if (!sql.contains("leave()")) {
            // Without routines of the database, plain statements are not asked about.
            run(superuser, "DROP FUNCTION leave()");
        }
        String before = session(STATE);
        for (boolean fails : new boolean[] {false, true, false}) {
            try {
                tenants.call(ONE, connection -> {
                    run(connection, "INSERT INTO t (v) VALUES (1)");
                    run(connection, sql);
                    return run(connection, fails ? "SELECT 1 / 0" : "SELECT 1");
                });
                assertThat(fails).isFalse();
            } catch (SQLException expected) {
                assertThat(expected.getMessage()).contains("division by zero");
            }
            assertThat(session(STATE)).isEqualTo(before);
        }
        assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isEqualTo(1);
    }

    @Test
    void numbersOfSequencesAreForgotten() throws SQLException {
        run(superuser, "DROP FUNCTION leave(); ALTER TABLE t ADD n int DEFAULT nextval('numbers')");
        tenants.call(ONE, connection -> run(connection, "INSERT INTO t (v) VALUES (1)"));
        assertThatThrownBy(() -> tenants.call(TWO, connection -> text(connection, "SELECT lastval()")))
                .hasMessageContaining("lastval is not yet defined");
    }

    @Test
    void theNextTenantSeesNothingOfTheOneBefore() throws SQLException {
        for (int round = 0; round < 8; round++) {
            UUID tenant = round % 2 == 0 ? ONE : TWO;
            tenants.call(tenant, connection -> {
                assertThat(text(connection, STATE))
                        .contains("tenant " + tenant)
                        .doesNotContain("temporary", "prepared");
                run(connection, "CREATE TEMP TABLE mine (v int)");
                run(connection, "PREPARE mine AS SELECT 1");
                return run(connection, "SET app.leftover = '" + tenant + "'");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMMIT", "ROLLBACK", "ROLLBACK; BEGIN", "COMMIT AND CHAIN"})
    void connectionWhoseTransactionWasEndedIsClosed(String end) throws SQLException {
        String before = session("SELECT pg_backend_pid()");
        assertThatThrownBy(() -> tenants.call(ONE, connection -> {
                    run(connection, "INSERT INTO t (v) VALUES (1)");
                    run(connection, end);
                    return run(connection, "SET app.leftover = 'here'");
                }))
                .hasMessageContaining("TN652");
        assertThat(session("SELECT pg_backend_pid()")).isNotEqualTo(before);
        assertThat(session(STATE)).doesNotContain("here");
        assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isEqualTo(1);
    }

    private String session(String query) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return text(connection, query);
        }
    }

    private HikariDataSource pool(String init) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(TenantTable.loginUrl(database));
        config.setMaximumPoolSize(1);
        if (!init.isEmpty()) {
            config.setConnectionInitSql(init);
        }
        return new HikariDataSource(config);
    }
}
