package dev.tenon.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.TenantContext;
import dev.tenon.runtime.TenantDataSource;
import dev.tenon.runtime.TenantSession;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/**
 * 64 threads work for 1,000 tenants on a pool of 16, by unit of work, by JDBC and by Hibernate; some fail, some time out,
 * some leave things in their session, some end their transaction. Nobody sees another tenant's row, and no connection is
 * lost.
 */
class TenantLoadTest {

    private static final int THREADS = 64;
    private static final int CONNECTIONS = 16;
    private static final int TENANTS = 1_000;
    private static final int UNITS = 60;

    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    @Test
    void noRowOfAnotherTenantAndNoLostConnection() throws Exception {
        try (TenantNotes notes = new TenantNotes(CONNECTIONS);
                SessionFactory factory = Factories.of(notes, Map.of(), Note.class)) {
            TenantSession session = TenantSession.of(notes.pool(), TenantNotes.TENANCY);
            DataSource tenants = TenantDataSource.of(notes.pool(), TenantNotes.TENANCY);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            try {
                List<Future<?>> running = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    Random random = new Random(thread);
                    running.add(threads.submit(() -> {
                        for (int unit = 0; unit < UNITS; unit++) {
                            work(random, session, tenants, factory);
                        }
                        return null;
                    }));
                }
                for (Future<?> each : running) {
                    each.get();
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(failed.get()).isGreaterThan(THREADS);
            assertThat(notes.all("SELECT count(*) FROM note")).isEqualTo(written.toString());
            assertThat(notes.all("SELECT count(*) FROM note WHERE text <> tenant::text"))
                    .isEqualTo("0");
            assertThat(notes.pool().getHikariPoolMXBean().getActiveConnections())
                    .isZero();
            everyConnectionIsClean(notes);
        }
    }

    private void work(Random random, TenantSession session, DataSource tenants, SessionFactory factory)
            throws SQLException {
        UUID tenant = TenantNotes.tenant(1 + random.nextInt(TENANTS));
        int fate = random.nextInt(12);
        int way = random.nextInt(3);
        try {
            if (way == 0) {
                session.call(tenant, connection -> byJdbc(connection, tenant, fate));
            } else if (way == 1) {
                try (TenantContext.Scope scope = TenantContext.open(tenant);
                        Connection connection = tenants.getConnection()) {
                    assertThat(scope).isNotNull();
                    connection.setAutoCommit(false);
                    byJdbc(connection, tenant, fate);
                    connection.commit();
                }
            } else {
                TenantContext.run(
                        tenant,
                        () -> factory.inTransaction(entities -> {
                            entities.persist(new Note(tenant.toString()));
                            entities.flush();
                            assertThat(entities.createQuery("select distinct n.text from Note n", String.class)
                                            .getResultList())
                                    .containsExactly(tenant.toString());
                            if (fate == 0) {
                                throw new IllegalStateException("undone");
                            }
                        }));
            }
            written.incrementAndGet();
        } catch (SQLException | RuntimeException expected) {
            assertThat(fate).as(() -> String.valueOf(expected)).isLessThan(4);
            failed.incrementAndGet();
        }
    }

    private static int byJdbc(Connection connection, UUID tenant, int fate) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO note (text) VALUES (?)");
                PreparedStatement query = connection.prepareStatement("SELECT DISTINCT tenant, text FROM note");
                Statement statement = connection.createStatement()) {
            insert.setString(1, tenant.toString());
            insert.executeUpdate();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    if (!tenant.equals(rows.getObject(1)) || !tenant.toString().equals(rows.getString(2))) {
                        throw new AssertionError("tenant " + tenant + " sees " + rows.getString(2));
                    }
                }
            }
            switch (fate) {
                case 0 -> throw new IllegalStateException("undone");
                case 1 -> statement.execute("INSERT INTO note (text) VALUES ('refused')");
                case 2 -> statement.execute("SET LOCAL statement_timeout = 5; SELECT pg_sleep(1)");
                case 3 -> {
                    statement.execute("ROLLBACK");
                    throw new SQLException("the transaction was ended");
                }
                case 4 -> statement.execute("CREATE TEMP TABLE mine AS SELECT * FROM note; SET app.leftover = 'here'");
                case 5 -> statement.execute("PREPARE mine AS SELECT 1; LISTEN mine");
                case 6 -> statement.execute("SELECT pg_advisory_lock_shared(1)");
                default -> {}
            }
            return 1;
        }
    }

    private static void everyConnectionIsClean(TenantNotes notes) throws SQLException {
        List<Connection> all = new ArrayList<>();
        try {
            for (int number = 0; number < CONNECTIONS; number++) {
                Connection connection = notes.pool().getConnection();
                all.add(connection);
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("""
                                SELECT concat(current_setting('role'), current_setting('app.tenant_id', true),
                                    current_setting('app.leftover', true), to_regclass('pg_temp.mine'),
                                    (SELECT string_agg(name, ' ') FROM pg_prepared_statements WHERE from_sql),
                                    (SELECT string_agg(c, ' ') FROM pg_listening_channels() c),
                                    (SELECT nullif(count(*), 0) FROM pg_locks
                                        WHERE locktype = 'advisory' AND pid = pg_backend_pid()))""")) {
                    row.next();
                    assertThat(row.getString(1)).isEqualTo("none");
                }
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }
}
