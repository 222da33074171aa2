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

/**
 * Measures units of work of one query on pooled connections: a transaction that names the tenant, and one of a {@link
 * TenantSession}.
 */
final class Units {

    static final String WORDS = "one row by its key, from taking a connection to giving it back";

    private Units() {}

    /** Returns the median of each way with units of work. */
    static Map<Way, Long> measure(TestDatabase database, int rows, int tenants, int rounds)
            throws IOException, InterruptedException, SQLException {
        Map<Way, List<Long>> times = new EnumMap<>(Way.class);
        Random random = new Random(1);
        try (HikariDataSource pool = pool(database)) {
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

    private static HikariDataSource pool(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(TenantDatabase.loginSource(database));
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }
}
