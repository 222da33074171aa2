package dev.tenon.runtime;

import static dev.tenon.runtime.Queries.run;
import static dev.tenon.runtime.Queries.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tenon.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Many tenants share the connections of a pool, and each connection is returned clean, whatever happened to the work.
 */
class PooledTenantsTest {

    private static final int CONNECTIONS = 3;
    private static final int THREADS = 8;
    private static final int UNITS = 40;
    private static final int TENANTS = 5;

    private final Scratch scratch;
    private final HikariDataSource pool;
    private final TenantSession tenants;

    PooledTenantsTest() throws SQLException {
        scratch = Scratch.create();
        Schema schema = Research.schema(scratch.role("app"));
        Research.create(schema, scratch);
        for (int i = 0; i < TENANTS; i++) {
            scratch.execute("INSERT INTO organization (id, slug) VALUES ('" + tenant(i) + "', 'slug" + i + "')");
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(TenantTable.urlAs(scratch.database(), TenantTable.login(scratch)));
        config.setMaximumPoolSize(CONNECTIONS);
        pool = new HikariDataSource(config);
        tenants = TenantSession.of(pool, schema.tenancy().orElseThrow());
    }

    @AfterEach
    void close() throws SQLException {
        pool.close();
        scratch.close();
    }

    @Test
    void eachTenantSeesItsOwnRowsWhileOthersWork() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Integer>> running = IntStream.range(0, THREADS)
                    .mapToObj(thread -> threads.submit(() -> work(thread)))
                    .toList();
            int done = 0;
            for (Future<Integer> each : running) {
                done += each.get();
            }
            assertThat(scratch.text("SELECT count(*) FROM research_plan")).isEqualTo("" + done);
        } finally {
            threads.shutdownNow();
        }
        assertThatAllConnectionsAreClean();
    }

    @Test
    void nestedWorkLeavesBothConnectionsClean() throws SQLException {
        assertThatThrownBy(() -> tenants.call(tenant(0), outer -> tenants.call(tenant(1), inner -> "both")))
                .hasMessageContaining("TN650");
        assertThatAllConnectionsAreClean();
        assertThat(seen(tenant(0))).isEmpty();
    }

    @Test
    void theErrorThatBreaksTheConnectionIsThrown() throws SQLException {
        assertThatThrownBy(() -> tenants.call(tenant(0), connection -> {
                    String process = text(connection, "SELECT pg_backend_pid()");
                    scratch.text("SELECT pg_terminate_backend(" + process + ", 10000)");
                    return text(connection, "SELECT count(*) FROM research_plan");
                }))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("terminating connection due to administrator command");
        assertThatAllConnectionsAreClean();
        assertThat(seen(tenant(0))).isEmpty();
    }

    @Test
    void settingsOfFailedWorkAreReset() throws SQLException {
        assertThatThrownBy(() -> tenants.call(tenant(0), connection -> {
                    run(connection, "SET app.tenant_id = '" + tenant(1) + "'");
                    return text(connection, "SELECT 1 / 0");
                }))
                .hasMessageContaining("division by zero");
        assertThatAllConnectionsAreClean();
    }

    @Test
    void searchesAreIterativeIfTheExtensionSupportsIt() throws SQLException {
        assertThat(tenants.<String, RuntimeException>call(
                        tenant(0),
                        connection -> text(
                                connection,
                                "SELECT current_setting('hnsw.iterative_scan') FROM (SELECT '[1]'::vector) loads")))
                .isEqualTo("strict_order");
        assertThatAllConnectionsAreClean();
    }

    @Test
    void searchesAreUnchangedIfTheExtensionDoesNotSupportIt() throws SQLException {
        // Simulates a pgvector version with one setting but not the other, with a reserved prefix.
        scratch.execute("ALTER DATABASE " + scratch.database().name() + " SET hnsw.ef_search = 40");
        pool.getHikariPoolMXBean().softEvictConnections();
        assertThat(tenants.<String, RuntimeException>call(
                        tenant(0),
                        connection -> text(
                                connection, "SELECT coalesce(current_setting('hnsw.iterative_scan', true), 'none')")))
                .isEqualTo("none");
    }

    /** Runs units of work for changing tenants; every fourth fails. Returns the number of successful ones. */
    private int work(int thread) throws SQLException {
        int done = 0;
        for (int unit = 0; unit < UNITS; unit++) {
            String tenant = tenant((thread + unit) % TENANTS);
            boolean fails = unit % 4 == 3;
            String title = "plan " + thread + "." + unit;
            try {
                tenants.call(tenant, connection -> {
                    run(connection, "INSERT INTO research_plan (title) VALUES ('" + title + "')");
                    assertThat(text(connection, "SELECT string_agg(DISTINCT tenant_id::text, ' ') FROM research_plan"))
                            .isEqualTo(tenant);
                    return fails ? text(connection, "SELECT 1 / 0") : title;
                });
                done++;
            } catch (SQLException expected) {
                assertThat(expected.getMessage()).contains("division by zero");
                assertThat(fails).isTrue();
            }
        }
        return done;
    }

    private List<String> seen(String tenant) throws SQLException {
        String titles = tenants.<String, RuntimeException>call(
                tenant,
                connection -> text(connection, "SELECT coalesce(string_agg(title, ' '), '') FROM research_plan"));
        return titles.isEmpty() ? List.of() : List.of(titles.split(" "));
    }

    /** Takes all connections at once, so that each is checked. */
    private void assertThatAllConnectionsAreClean() throws SQLException {
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                all.add(pool.getConnection());
            }
            for (Connection each : all) {
                assertThat(each.getAutoCommit()).isTrue();
                assertThat(text(each, """
                        SELECT concat_ws(' ', current_user = session_user, current_setting('role'),
                            coalesce(current_setting('app.tenant_id', true), ''),
                            nullif(current_setting('hnsw.iterative_scan', true), ''))""")).isIn("t none ", "t none  off");
            }
        } finally {
            for (Connection each : all) {
                each.close();
            }
        }
    }

    private static String tenant(int number) {
        return new UUID(0, number + 1).toString();
    }
}
