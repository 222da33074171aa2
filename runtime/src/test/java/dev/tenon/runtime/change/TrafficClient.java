package dev.tenon.runtime.change;

import dev.tenon.runtime.Scratch;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A session of an application that executes the same statements again and again while a change runs. */
final class TrafficClient implements AutoCloseable {

    /** Longer than any lock that a change takes for metadata, even on a busy machine. */
    private static final String LOCK_TIMEOUT = "SET lock_timeout = '5s'";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Connection connection;
    private final List<String> statements;
    private final Map<String, String> failures = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::run, "traffic");
    private final AtomicLong rounds = new AtomicLong();
    private volatile boolean ended;

    /** Starts to execute the statements that succeed now. */
    TrafficClient(Scratch scratch, List<String> candidates) throws SQLException {
        this.connection = scratch.database().connection();
        execute(LOCK_TIMEOUT);
        this.statements = possible(candidates);
        thread.start();
    }

    /** Waits until each statement was executed once more from its beginning. */
    void awaitRound() {
        long until = rounds.get() + 2;
        while (rounds.get() < until && thread.isAlive()) {
            LockSupport.parkNanos(100_000);
        }
    }

    /** Ends, and returns the failures of the statements that succeed now, too. */
    Map<String, String> end() throws SQLException, InterruptedException {
        ended = true;
        thread.join();
        failures.keySet().retainAll(possible(List.copyOf(failures.keySet())));
        return failures;
    }

    /** Returns the number of statements. */
    int statements() {
        return statements.size();
    }

    private List<String> possible(List<String> candidates) throws SQLException {
        connection.setAutoCommit(false);
        List<String> possible = candidates.stream()
                .filter(sql -> {
                    try {
                        execute(sql);
                        connection.rollback();
                        return true;
                    } catch (SQLException refused) {
                        rollback(refused);
                        return false;
                    }
                })
                .toList();
        connection.setAutoCommit(true);
        return possible;
    }

    private void rollback(SQLException cause) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            gone.addSuppressed(cause);
            throw new AssertionError(gone);
        }
    }

    private void run() {
        while (!ended && !statements.isEmpty()) {
            for (String sql : statements) {
                try {
                    execute(sql);
                } catch (SQLException refused) {
                    if (!LOCK_NOT_AVAILABLE.equals(refused.getSQLState())) {
                        failures.put(sql, refused.getSQLState() + " " + refused.getMessage());
                    }
                }
            }
            rounds.incrementAndGet();
        }
    }

    /** A statement that was never prepared is planned anew each time, so it has no outdated result type. */
    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        ended = true;
        connection.close();
    }
}
