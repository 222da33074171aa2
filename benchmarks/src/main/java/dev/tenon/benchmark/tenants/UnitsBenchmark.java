package dev.tenon.benchmark.tenants;

import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/** Compares units of work of one query with the same transactions that name the tenant, alone and by many threads. */
public final class UnitsBenchmark {

    private UnitsBenchmark() {}

    /**
     * Runs the benchmark, and prints medians by turns in one run.
     *
     * @param arguments the numbers of rows, tenants, single units and seconds of each way; 100,000, 1,000, 4,000 and 8 by
     *     default
     */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        int rows = argument(arguments, 0, 100_000);
        int tenants = argument(arguments, 1, 1_000);
        try (TenantDatabase made = TenantDatabase.of(TenantSchemas.plans())) {
            TestDatabase database = made.database();
            Rows.fill(database, rows, tenants);
            System.out.println("| what | by hand | Tenon | × |");
            System.out.println("| --- | ---: | ---: | ---: |");
            print(Units.WORDS + ", µs", Units.measure(database, rows, tenants, argument(arguments, 2, 4_000)), 1e3);
            print(Units.RATE, Units.throughput(database, rows, tenants, argument(arguments, 3, 8)), 1);
        }
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private static void print(String what, Map<Way, Long> medians, double unit) {
        double hand = medians.getOrDefault(Way.BY_HAND, 0L) / unit;
        double tenon = medians.getOrDefault(Way.TENON, 0L) / unit;
        System.out.println("| %s | %.0f | %.0f | %.2f |".formatted(what, hand, tenon, tenon / hand));
    }
}
