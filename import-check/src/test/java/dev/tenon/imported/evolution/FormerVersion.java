package dev.tenon.imported.evolution;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * A version of the application that knows no tenants, at work in a thread: it inserts rows and their children in one
 * transaction or in several, updates, upserts, deletes and reads them, and knows neither tenant columns nor settings.
 */
final class FormerVersion implements AutoCloseable {

    /** Leaves the processors to the migrator, in milliseconds. */
    private static final long PAUSE = 10;

    private final DataSource source;
    private final List<FencedTable> tables;
    private final Random random;
    private final Map<String, Deque<Object>> own = new HashMap<>();
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong statements = new AtomicLong();
    private final AtomicLong longest = new AtomicLong();
    private final Thread thread;
    private volatile boolean over;

    private FormerVersion(DataSource source, List<FencedTable> tables, long seed) {
        this.source = source;
        this.tables = tables;
        this.random = new Random(seed);
        this.thread = new Thread(this::work, "former version " + seed);
    }

    static FormerVersion start(DataSource source, List<FencedTable> tables, long seed) {
        FormerVersion version = new FormerVersion(source, tables, seed);
        version.thread.start();
        return version;
    }

    /** Returns the statements that failed. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Returns the number of statements so far. */
    long statements() {
        return statements.get();
    }

    /** Returns the time of the longest statement, in milliseconds. */
    long longest() {
        return TimeUnit.NANOSECONDS.toMillis(longest.get());
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try (Connection connection = source.getConnection()) {
            while (!over && failures.size() < 5) {
                connection.setAutoCommit(random.nextInt(3) > 0);
                once(connection);
                if (!connection.getAutoCommit()) {
                    connection.commit();
                }
                Thread.sleep(PAUSE);
            }
        } catch (SQLException failure) {
            failures.add(failure.getMessage() + " (connection)");
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
        }
    }

    private void once(Connection connection) throws SQLException {
        FencedTable table = tables.get(random.nextInt(tables.size()));
        Deque<Object> keys = own.computeIfAbsent(table.name(), any -> new ArrayDeque<>());
        Object key = table.newKey();
        insert(connection, table, key, "");
        keys.add(key);
        if (table.keepsKey()) {
            insert(connection, table, key, " ON CONFLICT (id) DO UPDATE SET body = excluded.body || '+'");
        }
        run(connection, "UPDATE " + table.name() + " SET body = 'changed' WHERE id = ?", 1, key);
        if (random.nextBoolean()) {
            run(connection, "SELECT id, body FROM " + table.name() + " WHERE id = ?", 1, key);
            if (table.level() == 1) {
                run(connection, "SELECT id FROM seen" + table.name() + " WHERE id = ?", 1, key);
                run(connection, "SELECT body FROM owned" + table.name() + " WHERE id = ?", 1, key);
            }
        }
        if (keys.size() > 20) {
            run(connection, "DELETE FROM " + table.name() + " WHERE id = ?", 1, keys.remove());
        }
    }

    private void insert(Connection connection, FencedTable table, Object key, String conflict) throws SQLException {
        Object parent = Seeds.parent(table, random.nextInt(FencedApplication.TENANTS.size()), tables);
        String column = table.level() == 0 ? "org_id" : "parent_id";
        run(
                connection,
                "INSERT INTO " + table.name() + " (id, " + column + ", body) VALUES (?, ?, 'former')" + conflict,
                1,
                key,
                parent);
    }

    /** Runs a statement, and notes if it fails or concerns another number of rows. */
    private void run(Connection connection, String sql, int rows, Object... values) throws SQLException {
        long begun = System.nanoTime();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            int count;
            if (statement.execute()) {
                count = 0;
                while (statement.getResultSet().next()) {
                    count++;
                }
            } else {
                count = statement.getUpdateCount();
            }
            if (count != rows) {
                failures.add(sql + ": " + count + " rows instead of " + rows);
            }
        } catch (SQLException failure) {
            failures.add(sql + ": " + failure.getMessage());
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        }
        statements.incrementAndGet();
        longest.accumulateAndGet(System.nanoTime() - begun, Math::max);
    }
}
