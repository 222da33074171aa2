package dev.tenon.runtime.internal.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Research;
import dev.tenon.runtime.Scratch;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What a tenant's session sees of all tenants, which the guide lists as what stays open: counts, texts of the same login role,
 * notifications and locks, and no values.
 */
class VisibleTest {

    private static final int ALL = 500;
    private static final int OWN = 5;

    private final Scratch scratch;

    VisibleTest() throws SQLException {
        scratch = Scratch.create();
        Research.create(Research.schema(scratch.role("app")), scratch);
        scratch.execute("""
                INSERT INTO organization (id, slug)
                SELECT ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid, 'slug' || n FROM generate_series(1, 100) n;
                INSERT INTO research_plan (tenant_id, title, code)
                SELECT ('00000000-0000-0000-0000-' || lpad((n % 100 + 1)::text, 12, '0'))::uuid, 'secret' || n, 'code' || n % 100
                FROM generate_series(1, 500) n;
                """);
        scratch.execute("VACUUM (ANALYZE) research_plan");
        scratch.execute("""
                SET ROLE $app;
                SET app.tenant_id = '00000000-0000-0000-0000-000000000007'""");
    }

    @AfterEach
    void drop() throws SQLException {
        scratch.close();
    }

    @Test
    void rowCountsOfAllTenantsAreVisible() {
        assertThat(scratch.text("SELECT count(*) FROM research_plan")).isEqualTo("" + OWN);
        assertThat(scratch.text("SELECT reltuples FROM pg_class WHERE relname = 'research_plan'"))
                .isEqualTo("" + ALL);
        assertThat(scratch.text("SELECT n_live_tup FROM pg_stat_user_tables WHERE relname = 'research_plan'"))
                .isEqualTo("" + ALL);
    }

    @Test
    void estimatesIncludeTheRowsOfOthers() throws SQLException {
        scratch.execute("SET enable_indexscan = off; SET enable_bitmapscan = off");
        String plan = String.join("\n", explained("SELECT title FROM research_plan"));
        assertThat(plan).contains("Rows Removed by Filter: " + (ALL - OWN)).doesNotContain("secret");
    }

    @Test
    void valuesOfOthersAreHidden() {
        assertThat(scratch.text("SELECT count(*) FROM pg_stats WHERE tablename = 'research_plan'"))
                .isEqualTo("0");
        scratch.execute("RESET ROLE");
        assertThat(scratch.text("SELECT count(*) > 0 FROM pg_stats WHERE tablename = 'research_plan'"))
                .isEqualTo("t");
    }

    /** Row-level security trusts the setting. */
    @Test
    void whoeverSendsAnySqlNamesAnyTenant() {
        scratch.execute("SET app.tenant_id = '00000000-0000-0000-0000-000000000008'");
        assertThat(scratch.text("SELECT title FROM research_plan LIMIT 1")).startsWith("secret");
    }

    @Test
    void textsOfStatementsAreVisibleToTheSameLoginRole() throws SQLException {
        scratch.execute("RESET ROLE");
        String login = scratch.role("login");
        scratch.execute("ALTER ROLE $login LOGIN NOINHERIT PASSWORD '" + login + "'; GRANT $app TO $login");
        try (Connection one = login(login);
                Connection other = login(login)) {
            run(other, "SET ROLE " + scratch.named("$app") + "; SELECT 'a secret in a text'");
            run(one, "SET ROLE " + scratch.named("$app"));
            String texts = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%a secret in a text%'"
                    + " AND pid <> pg_backend_pid()";
            assertThat(text(one, texts)).as("in the application role").isEqualTo("0");
            run(one, "RESET ROLE");
            assertThat(text(one, texts)).as("in the login role").isEqualTo("1");
        }
    }

    @Test
    void notificationsReachEveryTenant() throws SQLException {
        try (Connection other = scratch.database().connection()) {
            scratch.execute("LISTEN a_channel");
            run(other, "NOTIFY a_channel, 'a payload'");
            assertThat(scratch.text("SELECT 1")).isEqualTo("1");
            assertThat(scratch.connection().unwrap(PGConnection.class).getNotifications(5_000))
                    .extracting(PGNotification::getParameter)
                    .containsExactly("a payload");
        }
    }

    @Test
    void advisoryLocksAreCommonToAllTenants() throws SQLException {
        try (Connection other = scratch.database().connection()) {
            run(other, "SELECT pg_advisory_lock(42)");
            assertThat(scratch.text("SELECT pg_try_advisory_lock(42)")).isEqualTo("f");
            assertThat(scratch.text("SELECT objid FROM pg_locks WHERE locktype = 'advisory'"
                            + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"))
                    .isEqualTo("42");
        }
    }

    /** All tenants have one schema, and it is no secret. */
    @Test
    void definitionsAreVisible() {
        assertThat(scratch.text("SELECT pg_get_expr(polqual, polrelid) FROM pg_policy"
                        + " WHERE polrelid = 'research_plan'::regclass AND polqual IS NOT NULL LIMIT 1"))
                .contains("app.tenant_id");
    }

    /** A client can only see that such a transaction exists and for how long, not what it does. */
    @Test
    void transactionsOfOthersAreCounted() throws SQLException {
        String before = String.valueOf(scratch.text("SELECT pg_current_snapshot()::text"));
        try (Connection other = scratch.database().connection()) {
            run(other, "SELECT pg_current_xact_id()");
        }
        assertThat(scratch.text("SELECT pg_current_snapshot()::text")).isNotEqualTo(before);
    }

    private Connection login(String role) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(scratch.database().jdbcUrl());
        source.setUser(role);
        source.setPassword(role);
        return source.getConnection();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static @Nullable String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private List<String> explained(String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = scratch.connection().createStatement();
                ResultSet plan = statement.executeQuery("EXPLAIN ANALYZE " + sql)) {
            while (plan.next()) {
                lines.add(plan.getString(1));
            }
        }
        return lines;
    }
}
