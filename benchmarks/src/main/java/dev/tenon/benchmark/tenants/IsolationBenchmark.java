package dev.tenon.benchmark.tenants;

import dev.tenon.benchmark.Times;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Compares processes that prove isolation of many tenant tables with processes that only verify them. */
public final class IsolationBenchmark {

    private IsolationBenchmark() {}

    /**
     * Runs the benchmark, and prints the medians.
     *
     * @param arguments the jar, then the number of rounds and of tables; by default three rounds of 100 tables
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        int tables = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100;
        try (TenantDatabase made = TenantDatabase.of(TenantSchemas.many(tables))) {
            List<Long> verify = new ArrayList<>();
            List<Long> prove = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                verify.add(Times.millis(() -> verify(made, arguments[0])));
                prove.add(Times.millis(() -> verify(made, arguments[0], "--isolation")));
            }
            System.out.println("| tables of tenants | verify ms | verify --isolation ms |");
            System.out.println("| ---: | ---: | ---: |");
            System.out.printf("| %d | %d | %d |%n", tables, Times.median(verify), Times.median(prove));
        }
    }

    private static void verify(TenantDatabase made, String jar, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("-jar", jar, "verify", "--migrations", made.migrations().toString()));
        command.addAll(List.of(options));
        Times.java(made.database().jdbcUrl(), command.toArray(String[]::new));
    }
}
