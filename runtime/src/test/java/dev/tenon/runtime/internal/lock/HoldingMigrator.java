package dev.tenon.runtime.internal.lock;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The two sessions of a migrator that holds the locks, one of which runs statements. */
final class HoldingMigrator implements AutoCloseable {

    private static final String LOCKS = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
            + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    private final Connection lead;
    private final Connection work;
    private final Connection watch;
    private final int pid;
    private @Nullable CompletableFuture<Void> running;

    HoldingMigrator(String url, String user) throws SQLException {
        lead = connect(url, user);
        work = connect(url, user);
        watch = DriverManager.getConnection(url);
        pid = Integer.parseInt(text(work, "SELECT pg_backend_pid()"));
        lock(lead, 1);
        lock(work, 2);
    }

    static PGSimpleDataSource source(String url, String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword("secret");
        return source;
    }

    static Connection connect(String url, String user) throws SQLException {
        Connection connection = source(url, user).getConnection();
        text(connection, "SELECT set_config('application_name', 'tenon', false)");
        return connection;
    }

    /** Runs statements and waits for their end. */
    void execute(String sql) throws SQLException {
        try (Statement statement = work.createStatement()) {
            statement.execute(sql);
        }
    }

    void begin() throws SQLException {
        work.setAutoCommit(false);
        execute("SELECT 1");
    }

    /** Ends the current statement, and starts another one; returns when the server executes it. */
    void start(String sql, String waitEventType) throws Exception {
        String before = text(watch, "SELECT query_start FROM pg_stat_activity WHERE pid = " + pid);
        stop();
        CompletableFuture<Void> started = CompletableFuture.runAsync(() -> {
            try {
                execute(sql);
            } catch (SQLException ended) {
                throw new CompletionException(ended);
            }
        });
        running = started;
        String active = "SELECT state = 'active' AND wait_event_type = '" + waitEventType + "' AND query_start > '"
                + before + "' FROM pg_stat_activity WHERE pid = " + pid;
        while (!"t".equals(text(watch, active))) {
            started.getNow(null);
            Thread.sleep(2);
        }
    }

    /** Starts a statement that runs until it is ended. */
    void startLong() throws Exception {
        start("SELECT CASE WHEN pg_sleep(600) IS NULL THEN 1 END", "Timeout");
    }

    /** Ends the current statement. */
    void stop() throws SQLException {
        CompletableFuture<Void> current = running;
        while (current != null && !current.isDone()) {
            text(watch, "SELECT pg_cancel_backend(" + pid + ")");
            await(current);
        }
        running = null;
    }

    private static void await(CompletableFuture<Void> current) {
        try {
            current.get(20, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException expected) {
            // It was cancelled, or will be.
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void close() throws SQLException {
        stop();
        work.close();
        lead.close();
        if (!watch.isClosed()) {
            while (!text(watch, LOCKS).equals("0")) {
                Thread.onSpinWait();
            }
            watch.close();
        }
    }

    private static void lock(Connection connection, int key) throws SQLException {
        text(connection, "SELECT pg_advisory_lock(1413828175, " + key + ")::text");
    }

    static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
