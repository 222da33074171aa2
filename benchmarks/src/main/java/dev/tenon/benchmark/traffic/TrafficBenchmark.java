package dev.tenon.benchmark.traffic;

import dev.tenon.benchmark.Databases;
import dev.tenon.benchmark.Folders;
import dev.tenon.schema.MigrationHints;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;

/** Changes a large table by Tenon's migration and by naive SQL, while other sessions read and write it. */
public final class TrafficBenchmark {

    private TrafficBenchmark() {}

    /**
     * Runs the benchmark, and prints the slowest statement of other sessions for each change.
     *
     * @param arguments the number of rows; 200,000 by default
     */
    public static void main(String[] arguments)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        System.out.println("| change | Tenon, longest wait ms | whole ms | naive SQL, longest wait ms | whole ms |");
        System.out.println("| --- | ---: | ---: | ---: | ---: |");
        for (Recipe recipe : Recipe.ALL) {
            Measured tenon = measure(recipe, rows, false);
            Measured naive = measure(recipe, rows, true);
            System.out.printf(
                    "| %s | %d | %d | %d | %d |%n",
                    recipe.name(), tenon.longest(), tenon.whole(), naive.longest(), naive.whole());
        }
    }

    /** The durations of the slowest statement of other sessions and of the whole change, in milliseconds. */
    record Measured(long longest, long whole) {}

    static Measured measure(Recipe recipe, int rows, boolean naive)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        Path folder = Files.createTempDirectory("tenon-benchmark");
        try (TestDatabase database = DevPostgres.shared().database();
                Traffic traffic = new Traffic(database.dataSource(), rows)) {
            Databases.migrate(database, folder, Recipe.before(), MigrationHints.NONE);
            Databases.execute(
                    database,
                    "INSERT INTO public.organization SELECT generate_series(1, " + rows + ");"
                            + "INSERT INTO public.plan SELECT n, n, 'p' || n, nullif(n % 5, 0)"
                            + " FROM generate_series(1, " + rows + ") AS n; ANALYZE");
            Databases.add(folder, recipe.schema(), recipe.hints());
            traffic.begin();
            Thread.sleep(200);
            long start = System.nanoTime();
            if (naive) {
                for (String statement : recipe.naive()) {
                    Databases.execute(database, statement);
                }
            } else {
                Databases.migrate(database, folder);
            }
            long whole = (System.nanoTime() - start) / 1_000_000;
            return new Measured(traffic.end(), whole);
        } finally {
            Folders.delete(folder);
        }
    }
}
