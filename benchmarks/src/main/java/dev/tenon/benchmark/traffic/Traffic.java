package dev.tenon.benchmark.traffic;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/** Reads and writes single rows, and measures the slowest statement. */
final class Traffic implements AutoCloseable {

    private static final List<String> STATEMENTS = List.of(
            "SELECT title, stars FROM public.plan WHERE id = ?",
            "SELECT title, stars FROM public.plan WHERE id = ?",
            "UPDATE public.plan SET title = title || '' WHERE id = ?",
            "UPDATE public.plan SET stars = stars + 1 WHERE id = ?");

    private final DataSource source;
    private final int rows;
    private final ExecutorService threads = Executors.newFixedThreadPool(STATEMENTS.size());
    private final List<Future<Long>> running = new ArrayList<>();
    private volatile boolean over;

    Traffic(DataSource source, int rows) {
        this.source = source;
        this.rows = rows;
    }

    void begin() {
        STATEMENTS.forEach(sql -> running.add(threads.submit(() -> longest(sql))));
    }

    /** Stops the load, and returns the duration of the slowest statement in milliseconds. */
    long end() throws InterruptedException, ExecutionException {
        over = true;
        long longest = 0;
        for (Future<Long> each : running) {
            longest = Math.max(longest, each.get());
        }
        return longest / 1_000_000;
    }

    private long longest(String sql) throws SQLException {
        long longest = 0;
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            while (!over) {
                statement.setInt(1, 1 + ThreadLocalRandom.current().nextInt(rows));
                long start = System.nanoTime();
                statement.execute();
                longest = Math.max(longest, System.nanoTime() - start);
            }
        }
        return longest;
    }

    @Override
    public void close() {
        over = true;
        threads.shutdown();
    }
}
