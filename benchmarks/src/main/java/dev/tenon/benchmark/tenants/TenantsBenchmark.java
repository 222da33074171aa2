package dev.tenon.benchmark.tenants;

import dev.tenon.benchmark.Times;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Compares queries through the policies that Tenon generates with the same queries that name the tenant. */
public final class TenantsBenchmark {

    /** The slow naive way runs only in every n-th round. */
    private static final int RARELY = 50;

    private TenantsBenchmark() {}

    /**
     * Runs the benchmark, and prints the medians of each query and way.
     *
     * @param arguments the numbers of rows, tenants and rounds; 100,000, 100 and 1,000 by default
     */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int tenants = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1_000;
        System.out.println("| query | by hand µs | Tenon µs | × | naive policy µs | × |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: |");
        measure(rows, tenants, rounds).forEach((query, medians) -> System.out.println(line(query, medians)));
    }

    /** Returns the median of each query and way in nanoseconds. */
    static Map<String, Map<Way, Long>> measure(int rows, int tenants, int rounds)
            throws IOException, SQLException, InterruptedException {
        try (TenantDatabase made = TenantDatabase.of(TenantSchemas.plans())) {
            TestDatabase database = made.database();
            Rows.fill(database, rows, tenants);
            Map<String, Map<Way, Long>> medians = new LinkedHashMap<>();
            for (Query query : Query.values()) {
                medians.put(query.words(), measure(database, query, rows, tenants, rounds));
            }
            medians.put(Units.WORDS, Units.measure(database, rows, tenants, rounds));
            return medians;
        }
    }

    private static Map<Way, Long> measure(TestDatabase database, Query query, int rows, int tenants, int rounds)
            throws IOException, SQLException, InterruptedException {
        Map<Way, List<Long>> times = new EnumMap<>(Way.class);
        Random random = new Random(1);
        try (Session hand = Session.open(database, Way.BY_HAND, query);
                Session tenon = Session.open(database, Way.TENON, query);
                Session naive = Session.open(database, Way.NAIVE, query)) {
            List<Session> sessions = new ArrayList<>(List.of(hand, tenon, naive));
            // The first rounds warm up: the driver prepares statements on the server, and the server selects a generic
            // plan.
            for (int round = -rounds / 4; round < rounds; round++) {
                long row = 1L + random.nextInt(rows);
                Collections.shuffle(sessions, random);
                for (Session session : sessions) {
                    if (session.way() != Way.NAIVE || round % RARELY == 0) {
                        session.enter(Rows.tenant(row, tenants));
                        long nanos = Times.nanos(() -> session.run(row, rows));
                        if (round >= 0) {
                            times.computeIfAbsent(session.way(), way -> new ArrayList<>())
                                    .add(nanos);
                        }
                    }
                }
            }
        }
        return medians(times);
    }

    static Map<Way, Long> medians(Map<Way, List<Long>> times) {
        Map<Way, Long> medians = new EnumMap<>(Way.class);
        times.forEach((way, each) -> medians.put(way, Times.median(each)));
        return medians;
    }

    private static String line(String query, Map<Way, Long> medians) {
        double hand = medians.getOrDefault(Way.BY_HAND, 0L);
        double tenon = medians.getOrDefault(Way.TENON, 0L);
        String naive = Optional.ofNullable(medians.get(Way.NAIVE))
                .map(nanos -> "%.0f | %.1f".formatted(nanos / 1e3, nanos / hand))
                .orElse(" | ");
        return "| %s | %.0f | %.0f | %.2f | %s |".formatted(query, hand / 1e3, tenon / 1e3, tenon / hand, naive);
    }
}
