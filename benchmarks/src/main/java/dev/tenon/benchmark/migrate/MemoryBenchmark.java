package dev.tenon.benchmark.migrate;

import dev.tenon.benchmark.Databases;
import dev.tenon.benchmark.Folders;
import dev.tenon.benchmark.evolve.Schemas;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Schema;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * Finds the smallest heap for a process that applies a few migrations, and for one that applies many of the same kind
 * on the same tables.
 */
public final class MemoryBenchmark {

    private static final List<Integer> HEAPS = List.of(6, 8, 10, 12, 14, 16, 20, 24, 32, 48, 64, 96, 128, 192, 256);

    private MemoryBenchmark() {}

    /**
     * Runs the benchmark, and prints a line for each number of migrations.
     *
     * @param arguments the jar, then numbers of migrations; 10, 100 and 1,000 by default
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        System.out.println("| migrations | smallest heap to apply them in, MB | and to find nothing to do, MB |");
        System.out.println("| ---: | ---: | ---: |");
        List<String> sizes =
                arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : List.of("10", "100", "1000");
        for (String size : sizes) {
            Path folder = Files.createTempDirectory("tenon-benchmark");
            try {
                prepare(folder, Integer.parseInt(size));
                System.out.printf(
                        "| %s | %d | %d |%n",
                        size,
                        smallest(Path.of(arguments[0]), folder, false),
                        smallest(Path.of(arguments[0]), folder, true));
            } finally {
                Folders.delete(folder);
            }
        }
    }

    /**
     * Creates a directory with that many migrations. The first creates the tables; each later one changes the default
     * of a column.
     */
    static void prepare(Path folder, int migrations) {
        Schema schema = Schemas.of(10);
        for (int i = 1; i <= migrations; i++) {
            Schema next = Schemas.defaulted(schema, "version " + i);
            Databases.add(folder, next, MigrationHints.NONE);
        }
    }

    private static int smallest(Path jar, Path folder, boolean applied)
            throws IOException, InterruptedException, SQLException {
        for (int heap : HEAPS) {
            try (TestDatabase database = DevPostgres.shared().database()) {
                boolean ready = !applied || succeeds(jar, folder, database, 512);
                if (ready && succeeds(jar, folder, database, heap)) {
                    return heap;
                }
            }
        }
        throw new IllegalStateException("not even " + HEAPS.get(HEAPS.size() - 1) + " MB are enough");
    }

    private static boolean succeeds(Path jar, Path folder, TestDatabase database, int heap)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx" + heap + "m",
                        "-jar",
                        jar.toString(),
                        "migrate",
                        "--migrations",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DATABASE_URL", database.jdbcUrl());
        return builder.start().waitFor() == 0;
    }
}
