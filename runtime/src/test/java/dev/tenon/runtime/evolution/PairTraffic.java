package dev.tenon.runtime.evolution;

import dev.tenon.testing.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A reader, a writer and a violator at work on the tables that both schemas of a pair have, while a migration runs. None
 * of their statements may fail that both schemas allow, and none may succeed that both refuse.
 */
final class PairTraffic implements AutoCloseable {

    /** Lock timeout, cancellation and deadlock, after which an application tries again. */
    private static final Set<String> TRANSIENT = Set.of("55P03", "57014", "40P01");
    /** A prepared statement must be prepared again after the columns of its result changed. */
    private static final String CACHED_PLAN = "cached plan must not change result type";

    private final Set<String> failures = new ConcurrentSkipListSet<>();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final List<CommonTable> tables;
    private final List<Thread> threads;
    private volatile boolean closed;

    /** What one client does repeatedly. */
    @FunctionalInterface
    private interface Work {
        void once(Connection connection) throws SQLException;
    }

    PairTraffic(TestDatabase database, SchemaPair pair) {
        this.tables = CommonTable.of(pair);
        Map<String, Integer> changedResults = new HashMap<>();
        this.threads = List.of(
                client(database, connection -> read(connection, changedResults)),
                client(database, this::write),
                client(database, this::violate));
        threads.forEach(Thread::start);
    }

    private Thread client(TestDatabase database, Work work) {
        Thread thread = new Thread(() -> {
            try (Connection connection = database.connection()) {
                while (!closed && failures.isEmpty()) {
                    work.once(connection);
                }
            } catch (SQLException e) {
                failures.add("a client failed: " + e);
            }
        });
        thread.setDaemon(true);
        return thread;
    }

    private void read(Connection connection, Map<String, Integer> changedResults) throws SQLException {
        pause();
        for (CommonTable table : tables) {
            try (PreparedStatement select = connection.prepareStatement(table.select())) {
                select.executeQuery().close();
                done.incrementAndGet();
            } catch (SQLException e) {
                boolean changed = String.valueOf(e.getMessage()).contains(CACHED_PLAN)
                        && changedResults.merge(table.select(), 1, Integer::sum) == 1;
                if (!changed) {
                    note(table.select(), e);
                }
            }
        }
    }

    private void write(Connection connection) throws SQLException {
        pause();
        for (CommonTable table : tables) {
            for (String sql : table.writes()) {
                boolean written = false;
                while (!written) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                        done.incrementAndGet();
                        written = true;
                    } catch (SQLException e) {
                        note(sql, e);
                        written = !TRANSIENT.contains(e.getSQLState());
                    }
                }
            }
        }
    }

    private void violate(Connection connection) throws SQLException {
        pause();
        for (CommonTable table : tables) {
            for (CommonTable.Violation violation : table.violations()) {
                connection.setAutoCommit(false);
                try (Statement statement = connection.createStatement()) {
                    statement.execute(violation.sql());
                    statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
                    failures.add(violation.state() + " was not refused: " + violation.sql());
                } catch (SQLException e) {
                    if (violation.state().equals(e.getSQLState())) {
                        refused.incrementAndGet();
                    } else {
                        note(violation.sql(), e);
                    }
                } finally {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
        }
    }

    private void note(String sql, SQLException e) {
        if (!TRANSIENT.contains(e.getSQLState())) {
            failures.add(e.getSQLState() + " " + e.getMessage() + " of " + sql);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The number of statements that succeeded. */
    int done() {
        return done.get();
    }

    /** The number of violations that were refused. */
    int refused() {
        return refused.get();
    }

    Set<String> failures() {
        return failures;
    }

    /** Ends the clients after their current statements, so that the written row is deleted. */
    @Override
    public void close() {
        closed = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
