package dev.tenon.runtime;

import static dev.tenon.runtime.Queries.run;
import static dev.tenon.runtime.Queries.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.testing.postgres.PostgresTest;
import dev.tenon.testing.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A unit of work returns only if its work is committed as one transaction; otherwise it throws. */
@PostgresTest
class TenantCommitTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final String NOT_COMMITTED = "TN652";
    private static final String INSERT = "INSERT INTO t (v) VALUES (1)";

    private final TestDatabase database;
    private final Connection superuser;

    TenantCommitTest(TestDatabase database) throws SQLException {
        this.database = database;
        this.superuser = database.connection();
    }

    @BeforeEach
    void createATableOfTenants() throws SQLException {
        TenantTable.create(superuser);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&raiseExceptionOnSilentRollback=false",
                "&preferQueryMode=simple",
                "&preferQueryMode=extendedCacheEverything",
                "&autosave=never",
                "&prepareThreshold=-1"
            })
    void swallowedErrorThrows(String parameters) throws SQLException {
        TenantSession tenants = tenants(parameters);
        assertThatThrownBy(() -> tenants.call(ONE, connection -> {
                    run(connection, INSERT);
                    swallow(connection, "SELECT 1 / 0");
                    return "an answer";
                }))
                .isInstanceOfSatisfying(TenonException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(NOT_COMMITTED);
                    assertThat(refused.getMessage()).contains("division by zero", "savepoint");
                });
        assertThat(rows()).isEqualTo("0");
        assertThat(tenants.<Boolean, RuntimeException>call(ONE, connection -> run(connection, INSERT)))
                .isFalse();
        assertThat(rows()).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ROLLBACK",
                "COMMIT",
                "ROLLBACK AND CHAIN",
                "COMMIT AND CHAIN",
                "END",
                "ABORT",
                "ROLLBACK; BEGIN; SELECT 1",
                "ROLLBACK; SELECT 1",
                "/* on the way out */ rollback",
                "ROLLBACK; SELECT 1 / 0",
                "PREPARE TRANSACTION 'tenon_no_such_setting'",
            })
    void endOfTheTransactionBySqlThrows(String end) throws SQLException {
        for (String parameters : new String[] {"", "&preferQueryMode=simple"}) {
            TenantSession tenants = tenants(parameters);
            assertThatThrownBy(() -> tenants.call(ONE, connection -> {
                        run(connection, INSERT);
                        swallow(connection, end);
                        return "an answer";
                    }))
                    .as(end + parameters)
                    .isInstanceOfSatisfying(
                            TenonException.class,
                            refused -> assertThat(refused.code()).isEqualTo(NOT_COMMITTED));
        }
    }

    @Test
    void workInTheNextTransactionThrows() throws SQLException {
        assertThatThrownBy(() -> tenants("").call(ONE, connection -> {
                    run(connection, "ROLLBACK");
                    return run(connection, "INSERT INTO t VALUES ('" + ONE + "', 1)");
                }))
                .isInstanceOfSatisfying(
                        TenonException.class,
                        refused -> assertThat(refused.code()).isEqualTo(NOT_COMMITTED));
        assertThat(rows()).isEqualTo("0");
    }

    @Test
    void errorsUndoneBySavepointsAreAccepted() throws SQLException {
        String answer = tenants("").<String, RuntimeException>call(ONE, connection -> {
            run(connection, INSERT);
            Savepoint before = connection.setSavepoint();
            swallow(connection, "SELECT 1 / 0");
            connection.rollback(before);
            connection.releaseSavepoint(before);
            run(connection, "SAVEPOINT by_hand");
            swallow(connection, "INSERT INTO t (v) VALUES (1), (1 / 0)");
            run(connection, "ROLLBACK TO by_hand");
            run(connection, INSERT);
            return text(connection, "SELECT count(*) FROM t");
        });
        assertThat(answer).isEqualTo("2");
        assertThat(rows()).isEqualTo("2");
    }

    @Test
    void errorsThatTheDriverUndoesAreAccepted() throws SQLException {
        for (String mode : new String[] {"always", "conservative"}) {
            tenants("&autosave=" + mode).call(ONE, connection -> {
                run(connection, INSERT);
                if (mode.equals("always")) {
                    swallow(connection, "SELECT 1 / 0");
                }
                return run(connection, INSERT);
            });
        }
        assertThat(rows()).isEqualTo("4");
    }

    @Test
    void settingsOfTheWorkDoNotPreventTheCommit() throws SQLException {
        tenants("").call(ONE, connection -> {
            run(connection, INSERT);
            run(connection, "SET LOCAL TimeZone = 'Asia/Kathmandu'");
            run(connection, "SET LOCAL DateStyle = 'ISO, DMY'");
            run(connection, "SET LOCAL extra_float_digits = -15");
            run(connection, "SET LOCAL search_path = ''");
            return run(connection, "RESET ROLE");
        });
        assertThat(rows()).isEqualTo("1");
    }

    @Test
    void errorsOfTheCommitAreReportedUnchanged() throws SQLException {
        run(superuser, "ALTER TABLE t ADD UNIQUE (v) DEFERRABLE INITIALLY DEFERRED");
        assertThatThrownBy(() -> tenants("").call(ONE, connection -> {
                    run(connection, INSERT);
                    return run(connection, INSERT);
                }))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("23505"));
        assertThat(rows()).isEqualTo("0");
    }

    @Test
    void unitsOnOneConnectionAreCommittedSeparately() throws SQLException {
        Connection one = TenantTable.loginSource(database).getConnection();
        TenantSession tenants = TenantSession.of(TenantTable.onePooled(one), TenantTable.TENANCY);
        for (int unit = 0; unit < 20; unit++) {
            tenants.call(ONE, connection -> run(connection, INSERT));
        }
        assertThat(rows()).isEqualTo("20");
        assertThat(one.getAutoCommit()).isTrue();
        one.close();
    }

    private TenantSession tenants(String parameters) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(TenantTable.loginUrl(database) + parameters);
        return TenantSession.of(source, TenantTable.TENANCY);
    }

    private String rows() throws SQLException {
        return text(superuser, "SELECT count(*) FROM t");
    }

    private static void swallow(Connection connection, String sql) {
        try {
            run(connection, sql);
        } catch (SQLException swallowed) {
            assertThat(swallowed.getMessage()).isNotEmpty();
        }
    }
}
