package dev.tenon.benchmark.tenants;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tenon.benchmark.Times;
import dev.tenon.runtime.TenantSession;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Measures units of work of one query on pooled connections: a transaction that names the tenant, and one of a {@link
 * TenantSession}.
 */
final class Units {

    static final String WORDS = "one row by its key, from taking a connection to giving it back";

    static final String RATE = "units of one row by its key, by 64 threads on a pool of 16, per second";

    private static final int THREADS = 64;
    private static final int POOL = 16;
    private static final int ROUND_MILLIS = 1_000;

    private Units() {}

    /** Returns the median of each way with units of work. */
    static Map<Way, Long> measure(TestDatabase database, int rows, int tenants, int rounds)
            throws IOException, InterruptedException, SQLException {
        Map<Way, List<Long>> times = new EnumMap<>(Way.class);
        Random random = new Random(1);
        try (HikariDataSource pool = pool(database, 1)) {
            TenantSession session = TenantSession.of(pool, TenantSchemas.TENANCY);
            for (int round = -rounds / 4; round < rounds; round++) {
                long row = 1L + random.nextInt(rows);
                long tenant = Rows.tenant(row, tenants);
                long hand = Times.nanos(() -> byHand(pool, tenant, row));
                long tenon = Times.nanos(
                        () -> session.call(Rows.key(tenant), connection -> find(connection, Way.TENON, tenant, row)));
                if (round >= 0) {
                    times.computeIfAbsent(Way.BY_HAND, way -> new ArrayList<>()).add(hand);
                    times.computeIfAbsent(Way.TENON, way -> new ArrayList<>()).add(tenon);
                }
            }
        }
        return TenantsBenchmark.medians(times);
    }

    /** Returns the units of work per second of each way, by threads that share a pool, in rounds by turns. */
    static Map<Way, Long> throughput(TestDatabase database, int rows, int tenants, int rounds)
            throws InterruptedException, SQLException {
        Map<Way, List<Long>> rates = new EnumMap<>(Way.class);
        try (HikariDataSource pool = pool(database, POOL)) {
            TenantSession session = TenantSession.of(pool, TenantSchemas.TENANCY);
            for (int round = -2; round < rounds; round++) {
                long hand = rate(random -> {
                    long row = 1L + random.nextInt(rows);
                    byHand(pool, Rows.tenant(row, tenants), row);
                });
                long tenon = rate(random -> {
                    long row = 1L + random.nextInt(rows);
                    long tenant = Rows.tenant(row, tenants);
                    session.call(Rows.key(tenant), connection -> find(connection, Way.TENON, tenant, row));
                });
                if (round >= 0) {
                    rates.computeIfAbsent(Way.BY_HAND, way -> new ArrayList<>()).add(hand);
                    rates.computeIfAbsent(Way.TENON, way -> new ArrayList<>()).add(tenon);
                }
            }
        }
        return TenantsBenchmark.medians(rates);
    }

    /** A unit of work for a random row. */
    private interface Unit {
        void run(Random random) throws SQLException;
    }

    private static long rate(Unit unit) throws InterruptedException {
        LongAdder done = new LongAdder();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ROUND_MILLIS);
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < THREADS; number++) {
            Random random = new Random(number);
            threads.add(new Thread(() -> {
                while (System.nanoTime() < end) {
                    try {
                        unit.run(random);
                    } catch (SQLException failed) {
                        throw new IllegalStateException(failed);
                    }
                    done.increment();
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        return done.sum() * 1_000 / ROUND_MILLIS;
    }

    private static void byHand(HikariDataSource pool, long tenant, long row) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            find(connection, Way.BY_HAND, tenant, row);
            connection.commit();
        }
    }

    private static String find(Connection connection, Way way, long tenant, long row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(way.sql(Query.POINT))) {
            if (way.namesTenant()) {
                statement.setObject(1, Rows.key(tenant));
            }
            Query.POINT.bind(statement, way.namesTenant() ? 2 : 1, row, row);
            try (ResultSet found = statement.executeQuery()) {
                if (!found.next()) {
                    throw new IllegalStateException(way + " does not find row " + row);
                }
                return found.getString(1);
            }
        }
    }

    private static HikariDataSource pool(TestDatabase database, int connections) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(TenantDatabase.loginSource(database));
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }
}
