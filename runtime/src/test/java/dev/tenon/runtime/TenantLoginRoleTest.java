package dev.tenon.runtime;

import static dev.tenon.runtime.Queries.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Tenancy;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A login role that gains something by RESET ROLE is refused at the first use of its pool, with the SQL that mends it. */
class TenantLoginRoleTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final String TABLE = """
            CREATE TABLE t (tenant uuid NOT NULL DEFAULT current_setting('app.tenant_id')::uuid, v int);
            ALTER TABLE t ENABLE ROW LEVEL SECURITY;
            ALTER TABLE t FORCE ROW LEVEL SECURITY;
            GRANT SELECT, INSERT ON t TO $app;
            CREATE POLICY p ON t TO $app USING (tenant = nullif(current_setting('app.tenant_id', true), '')::uuid);
            INSERT INTO t VALUES ('00000000-0000-0000-0000-000000000001', 1), ('00000000-0000-0000-0000-000000000002', 2);
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER ROLE $login BYPASSRLS | ALTER ROLE $login NOBYPASSRLS",
                "ALTER ROLE $login REPLICATION | ALTER ROLE $login NOREPLICATION",
                "ALTER TABLE t OWNER TO $login | ALTER TABLE public.t OWNER TO the_migrator",
                "ALTER TABLE t OWNER TO $owner; GRANT $owner TO $login | REVOKE $owner FROM $login",
                "GRANT $owner TO $login; ALTER ROLE $owner BYPASSRLS | REVOKE $owner FROM $login",
                "GRANT $mid TO $login; GRANT $owner TO $mid; ALTER ROLE $owner SUPERUSER | REVOKE $owner FROM $login",
                "GRANT SELECT ON t TO $login | REVOKE ALL ON public.t FROM $login",
                "GRANT UPDATE (v) ON t TO $login | REVOKE ALL ON public.t FROM $login",
                "GRANT TRUNCATE ON t TO $owner; GRANT $owner TO $login | REVOKE $owner FROM $login",
                "GRANT SELECT ON t TO $owner; CREATE POLICY all_rows ON t TO $owner USING (true); GRANT $owner TO $login"
                        + "| REVOKE $owner FROM $login",
                "GRANT pg_read_all_data TO $login | REVOKE pg_read_all_data FROM $login",
                "GRANT pg_read_server_files TO $login | REVOKE pg_read_server_files FROM $login",
                "GRANT $app TO $login WITH INHERIT TRUE | GRANT $app TO $login WITH INHERIT FALSE, SET TRUE",
            })
    void isRefusedWithWhatMendsIt(String breaking, String mending) throws SQLException {
        try (Scratch scratch = scratch(Scratch.create())) {
            assertThat(first(scratch)).isEqualTo("1");
            scratch.execute(breaking);
            String mend = scratch.named(mending);
            assertThatThrownBy(() -> first(scratch)).isInstanceOfSatisfying(TenonException.class, refused -> {
                assertThat(refused.code()).isEqualTo("TN654");
                assertThat(refused.remedy()).contains(mend);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17})
    void oneThatInheritsIsMendedOnEveryServer(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            scratch.execute(TABLE);
            String login = scratch.role("login");
            scratch.execute("ALTER ROLE $login LOGIN PASSWORD '" + login + "'; GRANT $app TO $login");
            assertThatThrownBy(() -> first(scratch)).isInstanceOfSatisfying(TenonException.class, refused -> {
                assertThat(refused.code()).isEqualTo("TN654");
                assertThat(refused.getMessage()).contains("it inherits the privileges of " + scratch.role("app"));
                scratch.executeAsIs(refused.remedy().substring("let the owner run: ".length()));
            });
            assertThat(first(scratch)).isEqualTo("1");
        }
    }

    @Test
    void superuserAndTheApplicationRoleItselfAreRefused() throws SQLException {
        try (Scratch scratch = scratch(Scratch.create())) {
            assertThatThrownBy(() -> TenantSession.of(scratch.database().dataSource(), tenancy(scratch))
                            .call(ONE, connection -> "never"))
                    .hasMessageContaining("TN654")
                    .hasMessageContaining("it is a superuser")
                    .hasMessageContaining("CREATE ROLE the_application LOGIN NOINHERIT");
            String app = scratch.role("app");
            scratch.execute("ALTER ROLE $app LOGIN PASSWORD '" + app + "'");
            assertThatThrownBy(() -> TenantSession.of(TenantTable.sourceAs(scratch.database(), app), tenancy(scratch))
                            .call(ONE, connection -> "never"))
                    .hasMessageContaining("TN654")
                    .hasMessageContaining("it is the application role itself");
        }
    }

    @Test
    void oneThatIsNoMemberIsToldTheGrant() throws SQLException {
        try (Scratch scratch = scratch(Scratch.create())) {
            scratch.execute("REVOKE $app FROM $login");
            assertThatThrownBy(() -> first(scratch)).isInstanceOfSatisfying(TenonException.class, refused -> {
                assertThat(refused.code()).isEqualTo("TN651");
                scratch.executeAsIs(refused.remedy().substring("let the owner run: ".length()));
            });
            assertThat(first(scratch)).isEqualTo("1");
        }
    }

    @Test
    void harmlessRolesAreAccepted() throws SQLException {
        try (Scratch scratch = scratch(Scratch.create())) {
            scratch.execute(
                    "CREATE TABLE shared (v int); GRANT SELECT ON shared TO $login; GRANT SELECT ON t TO PUBLIC;"
                            + " GRANT $app TO $mid; GRANT $mid TO $login; GRANT pg_monitor TO $login; ALTER ROLE $login CREATEDB");
            assertThat(first(scratch)).isEqualTo("1");
        }
    }

    @Test
    void withoutItsRoleWorkSeesNothing() throws SQLException {
        try (Scratch scratch = scratch(Scratch.create())) {
            TenantSession tenants = tenants(scratch);
            assertThatThrownBy(() -> tenants.call(ONE, connection -> {
                        Queries.run(connection, "RESET ROLE");
                        return text(connection, "SELECT count(*) FROM t");
                    }))
                    .hasMessageContaining("permission denied for table t");
        }
    }

    @Test
    void privilegesThatTheRoleLosesLaterAreReported() throws SQLException {
        try (Scratch scratch = scratch(Scratch.create())) {
            TenantSession tenants = tenants(scratch);
            assertThat(tenants.<String, RuntimeException>call(ONE, connection -> text(connection, "SELECT v FROM t")))
                    .isEqualTo("1");
            scratch.execute("REVOKE $app FROM $login");
            assertThatThrownBy(() -> tenants.call(ONE, connection -> text(connection, "SELECT v FROM t")))
                    .isInstanceOfSatisfying(
                            TenonException.class,
                            refused -> assertThat(refused.code()).isEqualTo("TN651"));
        }
    }

    private static Scratch scratch(Scratch scratch) {
        scratch.execute(TABLE);
        TenantTable.login(scratch);
        scratch.role("owner");
        scratch.role("mid");
        return scratch;
    }

    private static String first(Scratch scratch) throws SQLException {
        return tenants(scratch).<String, RuntimeException>call(ONE, connection -> text(connection, "SELECT v FROM t"));
    }

    private static TenantSession tenants(Scratch scratch) {
        return TenantSession.of(TenantTable.sourceAs(scratch.database(), scratch.role("login")), tenancy(scratch));
    }

    private static Tenancy tenancy(Scratch scratch) {
        return new Tenancy(
                QualifiedName.parse("t"),
                "tenant",
                "tenant",
                ColumnType.builtin("uuid"),
                "app.tenant_id",
                scratch.role("app"));
    }
}
