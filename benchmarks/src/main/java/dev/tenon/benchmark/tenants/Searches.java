package dev.tenon.benchmark.tenants;

import dev.tenon.benchmark.Times;
import dev.tenon.benchmark.tenants.VectorsBenchmark.Found;
import dev.tenon.runtime.TenantSession;
import dev.tenon.testing.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Runs searches in tenant sessions in all ways, and compares their results with those of {@link Search#EXACT}. */
final class Searches {

    private static final int WANTED = 10;

    private static final String NEAREST =
            "SELECT id FROM public.passage ORDER BY embedding OPERATOR(public.<->) ?::public.halfvec LIMIT " + WANTED;

    /** Selects the passage to search for, of any tenant. */
    private static final String SOUGHT = "SELECT embedding::text FROM public.passage ORDER BY id OFFSET ? LIMIT 1";

    private final TestDatabase database;
    private final TenantSession session;
    private final int rows;
    private final int tenants;

    private Searches(TestDatabase database, int rows, int tenants) {
        this.database = database;
        this.session = TenantSession.of(TenantDatabase.loginSource(database), TenantSchemas.TENANCY);
        this.rows = rows;
        this.tenants = tenants;
    }

    static Searches of(TestDatabase database, int rows, int tenants) {
        return new Searches(database, rows, tenants);
    }

    List<Found> measure(int searches) throws SQLException {
        List<Tally> tallies = Arrays.stream(Search.values()).map(Tally::new).toList();
        Random random = new Random(1);
        for (int i = 0; i < searches; i++) {
            String sought = sought(random.nextInt(rows));
            long tenant = 1L + random.nextInt(tenants);
            session.call(Rows.key(tenant), connection -> {
                Set<String> all = new HashSet<>();
                for (Tally tally : tallies) {
                    all.addAll(tally.add(connection, sought, all));
                }
                return all.size();
            });
        }
        return tallies.stream().map(Tally::found).toList();
    }

    private String sought(int number) throws SQLException {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(SOUGHT)) {
            statement.setInt(1, number);
            return texts(statement).get(0);
        }
    }

    private static List<String> texts(PreparedStatement statement) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** The results of one way so far. */
    private static final class Tally {

        private final Search search;
        private final List<Long> times = new ArrayList<>();
        private final Set<String> indexes = new TreeSet<>();
        private int found;
        private int right;
        private int there;

        Tally(Search search) {
            this.search = search;
        }

        /** Searches once. The set is empty for the first way, which finds all nearest passages. */
        List<String> add(Connection connection, String sought, Set<String> all) throws SQLException {
            var before = connection.setSavepoint();
            try (Statement statement = connection.createStatement();
                    PreparedStatement nearest = connection.prepareStatement(NEAREST)) {
                statement.execute(search.chosen());
                nearest.setString(1, sought);
                try (PreparedStatement explain = connection.prepareStatement("EXPLAIN " + NEAREST)) {
                    explain.setString(1, sought);
                    String plan = String.join("\n", texts(explain));
                    if (!search.fits(plan)) {
                        throw new IllegalStateException(search + " is not how this is searched:\n" + plan);
                    }
                    indexes.add(
                            plan.contains("passage_embedding_idx")
                                    ? "HNSW"
                                    : plan.contains("passage_pkey") ? "key" : "none");
                }
                // Loads the pages into the cache before the measured run.
                texts(nearest);
                long start = System.nanoTime();
                List<String> ids = texts(nearest);
                times.add(System.nanoTime() - start);
                found += ids.size();
                there += all.isEmpty() ? ids.size() : all.size();
                right += (int) ids.stream()
                        .filter(id -> all.isEmpty() || all.contains(id))
                        .count();
                return search == Search.EXACT ? ids : List.of();
            } finally {
                connection.rollback(before);
            }
        }

        Found found() {
            double searches = times.size();
            return new Found(
                    search, found / searches, right / (double) there, Times.median(times), String.join(", ", indexes));
        }
    }
}
