package dev.tenon.runtime;

import static dev.tenon.runtime.Queries.run;
import static dev.tenon.runtime.Queries.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.schema.Tenancy;
import dev.tenon.testing.postgres.PostgresTest;
import dev.tenon.testing.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A unit of work sees and writes one tenant's rows, and leaves no trace of the tenant on the connection. */
@PostgresTest
class TenantSessionTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    private final Connection superuser;
    private final Connection pooled;
    private final TenantSession tenants;

    TenantSessionTest(TestDatabase database) throws SQLException {
        superuser = database.connection();
        TenantTable.create(superuser);
        pooled = TenantTable.loginSource(database).getConnection();
        tenants = TenantSession.of(TenantTable.onePooled(pooled), TenantTable.TENANCY);
    }

    @AfterEach
    void close() throws SQLException {
        pooled.close();
        superuser.close();
    }

    @Test
    void eachTenantSeesItsOwnRows() throws SQLException {
        tenants.call(ONE, connection -> run(connection, "INSERT INTO t (v) VALUES (1), (2)"));
        tenants.call(TWO, connection -> run(connection, "INSERT INTO t (v) VALUES (3)"));
        assertThat(tenants.<String, RuntimeException>call(ONE, connection -> text(connection, "SELECT sum(v) FROM t")))
                .isEqualTo("3");
        assertThat(tenants.<String, RuntimeException>call(TWO, connection -> text(connection, "SELECT sum(v) FROM t")))
                .isEqualTo("3");
        assertThat(text(superuser, "SELECT count(*) FROM t")).isEqualTo("3");
    }

    @Test
    void connectionIsReturnedUnchanged() throws SQLException {
        String before = state();
        tenants.call(ONE, connection -> run(connection, "INSERT INTO t (v) VALUES (1)"));
        assertThat(state()).isEqualTo(before);
        assertThatThrownBy(() -> tenants.call(ONE, connection -> run(connection, "SELECT 1 / 0")))
                .isInstanceOf(SQLException.class);
        assertThat(state()).isEqualTo(before);
        assertThat(pooled.getAutoCommit()).isTrue();
    }

    @Test
    void failedWorkIsRolledBack() throws SQLException {
        assertThatThrownBy(() -> tenants.call(ONE, connection -> {
                    run(connection, "INSERT INTO t (v) VALUES (1)");
                    throw new IllegalStateException("changed my mind");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("changed my mind");
        assertThat(text(superuser, "SELECT count(*) FROM t")).isEqualTo("0");
    }

    @Test
    void workCannotLeaveItsTransaction() {
        assertThatThrownBy(() -> tenants.call(ONE, connection -> {
                    connection.commit();
                    return "never";
                }))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("commit()");
    }

    @Test
    void nestedWorkIsRefused() {
        assertThatThrownBy(() -> tenants.call(ONE, outer -> tenants.call(TWO, inner -> "both")))
                .isInstanceOfSatisfying(
                        TenonException.class,
                        refused -> assertThat(refused.code()).isEqualTo("TN650"));
    }

    @Test
    void missingRoleIsAClearError() {
        TenantSession withoutRole = TenantSession.of(
                TenantTable.onePooled(pooled),
                new Tenancy(
                        TenantTable.TENANCY.root(),
                        "tenant",
                        "tenant",
                        TenantTable.TENANCY.type(),
                        "app.tenant_id",
                        "tenon_no_such_role"));
        assertThatThrownBy(() -> withoutRole.call(ONE, connection -> "never"))
                .isInstanceOfSatisfying(
                        TenonException.class,
                        refused -> assertThat(refused.code()).isEqualTo("TN651"));
    }

    private String state() throws SQLException {
        return text(
                pooled,
                "SELECT current_user || ' ' || coalesce(nullif(current_setting('app.tenant_id', true), ''), '-')"
                        + " || ' ' || pg_backend_pid()");
    }
}
